package dev.purser.calibration.benchmark;

import java.util.Arrays;

/**
 * Times of one caller's calls. When it is full it drops every second one and from then on keeps every second call
 * (fourth, eighth, ...), so that what is kept stays spread evenly over the round.
 */
final class CallTimes {
    private final long[] nanos;
    private int kept;
    private long stride = 1;
    private long untilNext = 1;

    /** Keeps at most {@code most} times, an even number. */
    CallTimes(int most) {
        this.nanos = new long[most];
    }

    void clear() {
        kept = 0;
        stride = 1;
        untilNext = 1;
    }

    void add(long callNanos) {
        if (--untilNext > 0) {
            return;
        }
        untilNext = stride;
        if (kept == nanos.length) {
            halve();
        }
        nanos[kept++] = callNanos;
    }

    private void halve() {
        kept = nanos.length / 2;
        for (int i = 0; i < kept; i++) {
            nanos[i] = nanos[2 * i];
        }
        stride *= 2;
        untilNext = stride;
    }

    /** The times kept, in the order of the calls. */
    long[] nanos() {
        return Arrays.copyOf(nanos, kept);
    }
}
