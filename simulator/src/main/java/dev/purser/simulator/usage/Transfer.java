package dev.purser.simulator.usage;

/**
 * Bytes that went from one site to another on behalf of a service during one period.
 *
 * @param fromSite where they left
 * @param toSite where they arrived
 * @param service the service called
 * @param fromNanos start of the period
 * @param untilNanos end of the period
 * @param bytes how many
 */
public record Transfer(String fromSite, String toSite, String service, long fromNanos, long untilNanos, long bytes) {}
