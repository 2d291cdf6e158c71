package dev.purser.simulator.experiment.fidelity;

import dev.purser.simulator.experiment.ScenarioSpec;
import dev.purser.simulator.units.Nanos;
import java.util.stream.IntStream;

/** Requests that a scenario expects per second, all pipelines together. */
record ExpectedLoad(ScenarioSpec scenario) {
    private static final int POINTS = 8;

    /** Mean rate from {@code fromNanos} to {@code untilNanos}, from the middles of equal parts. */
    double mean(long fromNanos, long untilNanos) {
        return mean(fromNanos, untilNanos, POINTS);
    }

    /** By how much the rate rises from the first half of a span to the second, in requests per second. */
    double rise(long fromNanos, long untilNanos) {
        long middle = fromNanos + (untilNanos - fromNanos) / 2;
        return mean(middle, untilNanos, POINTS / 2) - mean(fromNanos, middle, POINTS / 2);
    }

    /** Requests from {@code fromNanos} to {@code untilNanos}, by the rates at the middles of {@code parts} equal parts. */
    double requests(long fromNanos, long untilNanos, int parts) {
        return mean(fromNanos, untilNanos, parts) * Nanos.toSeconds(untilNanos - fromNanos);
    }

    private double mean(long fromNanos, long untilNanos, int parts) {
        double length = (double) (untilNanos - fromNanos) / parts;
        return IntStream.range(0, parts)
                .mapToDouble(i -> perSecondAt(fromNanos + (long) ((i + 0.5) * length)))
                .average()
                .orElseThrow();
    }

    private double perSecondAt(long nanos) {
        return scenario.pipelines().stream()
                .mapToDouble(pipeline -> pipeline.traffic().expectedPerSecond(nanos, scenario.calendar()))
                .sum();
    }
}
