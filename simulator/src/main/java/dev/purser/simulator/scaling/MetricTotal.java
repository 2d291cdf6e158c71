package dev.purser.simulator.scaling;

import java.util.OptionalLong;

/**
 * A metric of a whole service, from the changes of its pods: the sum over replicas for processor use, attempts and
 * attempts in flight, the mean over replicas for the accelerator's share, the mean over attempts for queue time.
 */
final class MetricTotal {
    private final MetricKind kind;
    private final CompensatedSum amount = new CompensatedSum();
    private final CompensatedSum weight = new CompensatedSum();
    private long replicas;

    MetricTotal(MetricKind kind) {
        this.kind = kind;
    }

    /** {@code count} replicas changed by {@code change} each. */
    void add(CounterHistory.Change change, int count) {
        replicas += count;
        if (kind == MetricKind.QUEUE_TIME) {
            amount.add(change.amount() * count);
            weight.add(change.weight() * count);
        } else {
            amount.add(change.milli(kind) * count);
        }
    }

    /** In thousandths of the metric's unit; empty if no replica has a sample. */
    OptionalLong milli() {
        return replicas == 0 ? OptionalLong.empty() : OptionalLong.of(Math.round(value()));
    }

    private double value() {
        return switch (kind) {
            case CPU, REQUESTS, CONCURRENCY -> amount.value();
            case ACCELERATOR -> amount.value() / replicas;
            case QUEUE_TIME -> CounterHistory.Change.milli(kind, amount.value(), weight.value());
        };
    }
}
