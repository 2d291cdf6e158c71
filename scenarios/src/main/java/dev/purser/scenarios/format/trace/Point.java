package dev.purser.scenarios.format.trace;

import java.time.Instant;

/**
 * One sample of a recorded trace.
 *
 * @param at start of the time it covers
 * @param count arrivals in that time; NaN: not recorded
 * @param line line of the file, for messages; 0 if it has none
 */
public record Point(Instant at, double count, int line) {}
