package dev.purser.benchmarks;

import java.util.Arrays;

/** First come, first served: arrival times of those who wait, in a ring; and the sum of the waits that ended. */
final class Waiting {
    private double[] arrivals = new double[1024];
    private long head;
    private long tail;
    private double sum;

    boolean isEmpty() {
        return head == tail;
    }

    void add(double now) {
        if (tail - head == arrivals.length) {
            grow();
        }
        arrivals[(int) tail++ & (arrivals.length - 1)] = now;
    }

    void start(double now) {
        sum += now - arrivals[(int) head++ & (arrivals.length - 1)];
    }

    double sum() {
        return sum;
    }

    private void grow() {
        double[] larger = Arrays.copyOf(arrivals, arrivals.length * 2);
        for (long i = head; i < tail; i++) {
            larger[(int) i & (larger.length - 1)] = arrivals[(int) i & (arrivals.length - 1)];
        }
        arrivals = larger;
    }
}
