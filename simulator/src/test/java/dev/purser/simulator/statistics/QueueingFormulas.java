package dev.purser.simulator.statistics;

import org.apache.commons.statistics.distribution.PoissonDistribution;

/** Closed forms of queueing theory. Load is the offered load per server; waits are in multiples of the service time. */
public final class QueueingFormulas {
    private QueueingFormulas() {}

    /** Probability that an arrival is lost in M/G/c/c with {@code offered} Erlang, by the usual recursion. */
    public static double erlangB(int servers, double offered) {
        double blocked = 1;
        for (int n = 1; n <= servers; n++) {
            blocked = offered * blocked / (n + offered * blocked);
        }
        return blocked;
    }

    /** Probability that an arrival waits in M/M/c with {@code offered} Erlang. */
    public static double erlangC(int servers, double offered) {
        double blocked = erlangB(servers, offered);
        return blocked / (1 - offered / servers * (1 - blocked));
    }

    /** Mean wait in M/M/c. */
    public static double waitInMmc(int servers, double load) {
        return erlangC(servers, load * servers) / (servers * (1 - load));
    }

    /** Mean wait in M/G/1 (Pollaczek-Khinchine). */
    public static double waitInMg1(double load, double squaredVariation) {
        return load * (1 + squaredVariation) / (2 * (1 - load));
    }

    /**
     * Mean wait in M/D/c (Crommelin 1932): the sum over k of P(N >= kc) - P(N >= kc + 1) / load with N Poisson of mean
     * k c load.
     */
    public static double waitInMdc(int servers, double load) {
        double sum = 0;
        double term = 1;
        for (int k = 1; term > 1e-14 || k < 10; k++) {
            int size = k * servers;
            PoissonDistribution arrivals = PoissonDistribution.of(size * load);
            term = arrivals.survivalProbability(size - 1) - arrivals.survivalProbability(size) / load;
            sum += term;
        }
        return sum;
    }

    /** Probability that an arrival is lost in M/M/c with room for {@code capacity} in all. */
    public static double lossInMmck(int servers, int capacity, double load) {
        double weight = 1;
        double sum = 1;
        for (int n = 1; n <= capacity; n++) {
            weight *= load * servers / Math.min(n, servers);
            sum += weight;
        }
        return weight / sum;
    }
}
