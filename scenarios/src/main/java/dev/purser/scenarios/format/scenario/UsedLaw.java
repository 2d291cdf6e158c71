package dev.purser.scenarios.format.scenario;

import dev.purser.simulator.hardware.ProfileEntry;

/**
 * A law that a scenario takes service times from.
 *
 * @param profile name of the device profile it stands in
 * @param entry the law and its source
 */
public record UsedLaw(String profile, ProfileEntry entry) {}
