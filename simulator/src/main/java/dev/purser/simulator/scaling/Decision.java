package dev.purser.simulator.scaling;

import java.util.OptionalInt;

/**
 * What an autoscaler wants, and why.
 *
 * @param desired replicas there should be from now on
 * @param recommendation replicas the metrics alone ask for, before windows, rate limits and bounds; the history keeps
 *     it; empty if the metrics gave none (an error, or a bound decided first), and then the history keeps nothing
 * @param seen the metric that decided, with its value and target
 * @param rule the rule that bound, in a few words, such as {@code scale-down stabilisation 300 s}
 */
public record Decision(int desired, OptionalInt recommendation, MetricText seen, String rule) {

    /** The metrics ask for {@code recommendation}; after all rules it is {@code desired}. */
    public Decision(int desired, int recommendation, String metric, String rule) {
        this(desired, OptionalInt.of(recommendation), new MetricText.Plain(metric), rule);
    }

    /** {@code desired} replicas, for a reason that is no recommendation of the metrics. */
    public static Decision withoutRecommendation(int desired, String metric, String rule) {
        return new Decision(desired, OptionalInt.empty(), new MetricText.Plain(metric), rule);
    }

    /** The metric that decided, with its value and target, for {@code decisions.csv}; empty if none did. */
    public String metric() {
        return seen.text();
    }
}
