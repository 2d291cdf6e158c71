package dev.purser.benchmarks;

/**
 * What every M/M/c row simulates. Time is in mean service times; each row returns the mean wait before service, in
 * that unit, over all requests from an empty start.
 *
 * @param servers c
 * @param requests how many are followed
 * @param replication which random numbers
 */
public record Load(int servers, long requests, int replication) {
    /** Offered load per server. */
    public static final double RHO = 0.85;

    /** Mean time between arrivals. */
    double meanGap() {
        return 1 / (RHO * servers);
    }
}
