package dev.purser.simulator.scaling;

/**
 * A replica count and the rule that set it.
 *
 * @param replicas how many
 * @param rule why, in a few words
 */
record Bound(int replicas, String rule) {}
