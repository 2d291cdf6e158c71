package dev.purser.simulator.scaling;

/**
 * What an autoscaler wants, and why.
 *
 * @param desired replicas there should be from now on
 * @param recommendation replicas the metrics alone ask for, before windows, rate limits and bounds; the history keeps it
 * @param metric the metric that decided, with its value and target, for {@code decisions.csv}; empty if none did
 * @param rule the rule that bound, in a few words, such as {@code scale-down stabilisation}
 */
public record Decision(int desired, int recommendation, String metric, String rule) {}
