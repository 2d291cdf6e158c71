package dev.purser.simulator.serving;

import org.apache.commons.rng.UniformRandomProvider;

/** The less loaded of two replicas chosen at random; the first of them on a tie. */
record TwoChoices(UniformRandomProvider random) implements LoadBalancer {
    @Override
    public int pick(ReadyReplicas replicas) {
        int size = replicas.size();
        int first = random.nextInt(size);
        if (size == 1) {
            return first;
        }
        int other = random.nextInt(size - 1);
        int second = other < first ? other : other + 1;
        return replicas.outstanding(second) < replicas.outstanding(first) ? second : first;
    }
}
