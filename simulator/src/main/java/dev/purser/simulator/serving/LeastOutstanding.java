package dev.purser.simulator.serving;

import org.apache.commons.rng.UniformRandomProvider;

/** The replica with the fewest attempts waiting or in service; ties at random. */
record LeastOutstanding(UniformRandomProvider random) implements LoadBalancer {
    @Override
    public int pick(ReadyReplicas replicas) {
        int size = replicas.size();
        if (size == 1) {
            return 0;
        }
        int least = Integer.MAX_VALUE;
        int ties = 0;
        for (int i = 0; i < size; i++) {
            int outstanding = replicas.outstanding(i);
            if (outstanding < least) {
                least = outstanding;
                ties = 1;
            } else if (outstanding == least) {
                ties++;
            }
        }
        return nth(replicas, least, ties == 1 ? 0 : random.nextInt(ties));
    }

    private static int nth(ReadyReplicas replicas, int outstanding, int n) {
        int left = n;
        int at = 0;
        while (replicas.outstanding(at) != outstanding || left-- > 0) {
            at++;
        }
        return at;
    }
}
