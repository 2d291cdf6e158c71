package dev.purser.simulator.serving;

/** One replica after the other. */
final class RoundRobin implements LoadBalancer {
    private int last = -1;

    @Override
    public int pick(ReadyReplicas replicas) {
        last = last + 1 < replicas.size() ? last + 1 : 0;
        return last;
    }
}
