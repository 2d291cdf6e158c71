package dev.purser.simulator.scaling;

/**
 * One value of a metric.
 *
 * @param milli the value, in thousandths of the {@link MetricKind#unit()}
 * @param timestampNanos end of the window it averages over
 * @param windowNanos length of that window
 */
public record MetricSample(long milli, long timestampNanos, long windowNanos) {}
