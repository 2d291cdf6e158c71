package dev.purser.simulator.serving;

import org.apache.commons.rng.UniformRandomProvider;

/** The replica with the fewest attempts waiting or in service; ties at random. */
record LeastOutstanding(UniformRandomProvider random) implements LoadBalancer {
    @Override
    public int pick(ReadyReplicas replicas) {
        if (replicas.size() == 1) {
            return 0;
        }
        LoadLevels levels = replicas.levels();
        int ties = levels.ties();
        return levels.nth(ties == 1 ? 0 : random.nextInt(ties));
    }
}
