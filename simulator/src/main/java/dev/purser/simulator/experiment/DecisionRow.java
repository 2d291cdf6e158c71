package dev.purser.simulator.experiment;

/**
 * One decision that changed something.
 *
 * @param atNanos when
 * @param subject {@code service ranking} or {@code pool burst}
 * @param from replicas or instances before
 * @param to replicas or instances wanted from then on
 * @param metric what was measured, with value and target; may be empty
 * @param rule the rule that bound
 */
public record DecisionRow(long atNanos, String subject, int from, int to, String metric, String rule) {}
