package dev.purser.benchmarks;

import org.apache.commons.rng.sampling.distribution.ZigguratSampler.Exponential;

/**
 * The limit: no events at all. One server by Lindley's recursion, W' = max(0, W + S - A); several by Kiefer and
 * Wolfowitz', which keeps the servers' remaining work sorted.
 */
final class Limit {
    private Limit() {}

    static double meanWait(Load load) {
        return load.servers() == 1 ? lindley(load) : kieferWolfowitz(load);
    }

    private static double lindley(Load load) {
        Exponential gaps = Draws.arrivals(load.replication());
        Exponential services = Draws.services(load.replication());
        double meanGap = load.meanGap();
        double wait = 0;
        double sum = 0;
        for (long i = 0; i < load.requests(); i++) {
            sum += wait;
            wait = Math.max(0, wait + services.sample() - meanGap * gaps.sample());
        }
        return sum / load.requests();
    }

    /** Keeps the times at which servers fall free instead of the work left: nothing has to be subtracted. */
    private static double kieferWolfowitz(Load load) {
        Exponential gaps = Draws.arrivals(load.replication());
        Exponential services = Draws.services(load.replication());
        double meanGap = load.meanGap();
        double[] free = new double[load.servers()];
        double now = 0;
        double sum = 0;
        for (long i = 0; i < load.requests(); i++) {
            double start = Math.max(now, free[0]);
            sum += start - now;
            replaceFirst(free, start + services.sample());
            now += meanGap * gaps.sample();
        }
        return sum / load.requests();
    }

    private static void replaceFirst(double[] sorted, double value) {
        int at = 0;
        while (at + 1 < sorted.length && sorted[at + 1] < value) {
            sorted[at] = sorted[at + 1];
            at++;
        }
        sorted[at] = value;
    }
}
