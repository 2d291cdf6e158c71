package dev.purser.simulator.scaling;

import java.util.OptionalInt;

/**
 * What one metric asks for.
 *
 * @param replicas how many; empty if the metric has an error
 * @param metric the metric with its value and target, such as {@code cpu 83 % of 60 %}
 * @param rule why, in a few words
 */
record Proposal(OptionalInt replicas, String metric, String rule) {

    static Proposal of(int replicas, String metric, String rule) {
        return new Proposal(OptionalInt.of(replicas), metric, rule);
    }

    static Proposal error(String metric, String rule) {
        return new Proposal(OptionalInt.empty(), metric, rule);
    }

    boolean isError() {
        return replicas.isEmpty();
    }
}
