package dev.purser.calibration.check.measured;

import dev.purser.simulator.units.Check;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** What a load test reports: samples answered per second, or a latency from sending a request to its answer. */
public enum Figure {
    THROUGHPUT("throughput", OptionalDouble.empty()),
    MEAN("mean", OptionalDouble.empty()),
    P50("p50", OptionalDouble.of(0.50)),
    P90("p90", OptionalDouble.of(0.90)),
    P95("p95", OptionalDouble.of(0.95)),
    P99("p99", OptionalDouble.of(0.99));

    private final String column;
    private final OptionalDouble quantile;

    Figure(String column, OptionalDouble quantile) {
        this.column = column;
        this.quantile = quantile;
    }

    /** Its name in tables. */
    public String column() {
        return column;
    }

    /** Whether it is a latency, in nanoseconds; else samples per second. */
    public boolean isLatency() {
        return this != THROUGHPUT;
    }

    /** The share of the requests that do not take longer; empty if it is no quantile. */
    public OptionalDouble quantile() {
        return quantile;
    }

    /** The figure whose name is {@code column}. */
    static Optional<Figure> named(String column) {
        return Stream.of(values())
                .filter(figure -> figure.column.equals(column))
                .findFirst();
    }

    /** {@code value}, which must be above 0. */
    double checked(double value) {
        return Check.positive(value, column);
    }
}
