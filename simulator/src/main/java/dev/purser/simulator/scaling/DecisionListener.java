package dev.purser.simulator.scaling;

/** Hears of every change of a replica or instance count. */
@FunctionalInterface
public interface DecisionListener {

    /**
     * {@code subject} goes from {@code from} to {@code to}.
     *
     * @param metric what was measured, with value and target; may be empty
     * @param rule the rule that bound
     */
    void decided(long atNanos, String subject, int from, int to, String metric, String rule);
}
