package dev.purser.simulator.usage;

/**
 * How long the instances of a pool computed on behalf of a service during one period.
 *
 * @param pool the pool
 * @param service the service
 * @param fromNanos start of the period
 * @param untilNanos end of the period
 * @param instanceNanos time x share of an instance that was busy, in nanoseconds of a whole instance
 */
public record BusyTime(String pool, String service, long fromNanos, long untilNanos, long instanceNanos) {}
