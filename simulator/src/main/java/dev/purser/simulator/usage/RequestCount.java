package dev.purser.simulator.usage;

/**
 * Requests that a service answered (in full, by fallback or from cache) during one period.
 *
 * @param service the service
 * @param fromNanos start of the period
 * @param untilNanos end of the period
 * @param answered how many
 */
public record RequestCount(String service, long fromNanos, long untilNanos, long answered) {}
