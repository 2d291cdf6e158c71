package dev.purser.simulator.serving;

/** Latencies of some answered requests, with the buckets of {@link LatencyHistogram} they fall into. */
final class LatencyBatch {
    private final long[] nanos;
    private final int[] buckets;
    private int size;
    private int lowest;
    private int highest;
    private long sumNanos;

    /** An empty batch with room for {@code most}. */
    LatencyBatch(int most) {
        nanos = new long[most];
        buckets = new int[most];
        clear();
    }

    int size() {
        return size;
    }

    boolean isFull() {
        return size == nanos.length;
    }

    /** Adds as many of {@code latencies} from number {@code from} up to number {@code to} as there is room for. */
    int add(long[] latencies, int from, int to) {
        int added = Math.min(to - from, nanos.length - size);
        System.arraycopy(latencies, from, nanos, size, added);
        size += added;
        return added;
    }

    /** Finds the buckets; before anything is read. */
    void sort() {
        int low = Integer.MAX_VALUE;
        int high = -1;
        long sum = 0;
        for (int i = 0; i < size; i++) {
            int bucket = LatencyHistogram.bucketOf(nanos[i]);
            buckets[i] = bucket;
            low = Math.min(low, bucket);
            high = Math.max(high, bucket);
            sum += nanos[i];
        }
        lowest = low;
        highest = high;
        sumNanos = sum;
    }

    /** The lowest bucket. */
    int lowest() {
        return lowest;
    }

    /** The highest bucket. */
    int highest() {
        return highest;
    }

    long sumNanos() {
        return sumNanos;
    }

    /** Adds one to the count of the bucket of each. */
    void addTo(long[] counts) {
        for (int i = 0; i < size; i++) {
            counts[buckets[i]]++;
        }
    }

    /** How many are at most {@code limitNanos}. */
    int within(long limitNanos) {
        int count = 0;
        for (int i = 0; i < size; i++) {
            count += nanos[i] <= limitNanos ? 1 : 0;
        }
        return count;
    }

    void clear() {
        size = 0;
    }
}
