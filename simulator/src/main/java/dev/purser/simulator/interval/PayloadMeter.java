package dev.purser.simulator.interval;

/** Hears of payloads that were exchanged with replicas, many at once. */
@FunctionalInterface
public interface PayloadMeter {
    /** So many requests went to replicas in {@code pool}, and so many answers came back. */
    void exchanged(int pipeline, int stage, String pool, long sent, long received);
}
