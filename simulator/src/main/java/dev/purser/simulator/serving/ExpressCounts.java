package dev.purser.simulator.serving;

/**
 * What a pipeline of one stage and its service count alike after the warm-up: requests that came and, of those that were
 * simply answered, the latencies. It is noted once, and counted in both tallies when somebody looks, or when there is no
 * more room.
 */
final class ExpressCounts {
    private static final int MOST = 256;

    private final Tally pipeline;
    private final Tally service;
    private final LatencyBatch latencies = new LatencyBatch(MOST);
    private long offered;

    ExpressCounts(Tally pipeline, Tally service) {
        this.pipeline = pipeline;
        this.service = service;
    }

    /** A request arrived. */
    void offered() {
        offered++;
    }

    /** Requests were answered in full: the first {@code count} of {@code nanos}. */
    void answered(long[] nanos, int count) {
        for (int done = 0; done < count; ) {
            if (latencies.isFull()) {
                count();
            }
            done += latencies.add(nanos, done, count);
        }
    }

    /** Counts what is noted. */
    void count() {
        if (offered == 0 && latencies.size() == 0) {
            return;
        }
        latencies.sort();
        pipeline.count(offered, latencies);
        service.count(offered, latencies);
        offered = 0;
        latencies.clear();
    }
}
