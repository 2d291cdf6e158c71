package dev.purser.calibration.check.live;

import dev.purser.calibration.fit.Ordered;
import java.util.Arrays;
import java.util.List;

/**
 * How late requests were sent: what the machine did to the sender, which is part of the latencies.
 *
 * @param p99Nanos one request in a hundred was later
 * @param mostNanos the latest
 */
record Lateness(double p99Nanos, double mostNanos) {
    private static final Lateness NONE = new Lateness(0, 0);

    static Lateness of(List<Sent> runs) {
        double[] late = runs.stream()
                .flatMapToLong(sent -> Arrays.stream(sent.latenessNanos()))
                .sorted()
                .asDoubleStream()
                .toArray();
        return late.length == 0 ? NONE : new Lateness(Ordered.quantile(late, 0.99), late[late.length - 1]);
    }
}
