package dev.purser.simulator.scaling;

/**
 * What one metric asks for.
 *
 * @param isError whether the metric has an error; then it asks for nothing
 * @param replicas how many it asks for
 * @param metric the metric with its value and target, such as {@code cpu 83 % of 60 %}
 * @param rule why, in a few words
 */
record Proposal(boolean isError, int replicas, MetricText metric, String rule) {

    static Proposal of(int replicas, MetricText metric, String rule) {
        return new Proposal(false, replicas, metric, rule);
    }

    static Proposal error(MetricText metric, String rule) {
        return new Proposal(true, 0, metric, rule);
    }
}
