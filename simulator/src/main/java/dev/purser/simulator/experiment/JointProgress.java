package dev.purser.simulator.experiment;

import java.util.stream.LongStream;

/** How far several runs have come together: the mean of the times they have reached, and the requests of all. */
final class JointProgress {
    private final Progress whole;
    private final long[] simulatedNanos;
    private final long[] requests;

    /** Of {@code count} runs; {@code whole} is told by one thread at a time. */
    JointProgress(int count, Progress whole) {
        this.whole = whole;
        simulatedNanos = new long[count];
        requests = new long[count];
    }

    /** What run number {@code number} is to tell. */
    Progress of(int number) {
        return (nanos, count) -> reached(number, nanos, count);
    }

    private synchronized void reached(int number, long nanos, long count) {
        simulatedNanos[number] = nanos;
        requests[number] = count;
        whole.reached(mean(simulatedNanos), LongStream.of(requests).sum());
    }

    /** Rounded down; the sum itself might overflow. */
    private static long mean(long[] values) {
        int count = values.length;
        long rests = LongStream.of(values).map(value -> value % count).sum();
        return LongStream.of(values).map(value -> value / count).sum() + rests / count;
    }
}
