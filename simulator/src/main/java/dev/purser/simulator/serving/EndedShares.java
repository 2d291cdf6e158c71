package dev.purser.simulator.serving;

/**
 * Turns shares of outcomes into whole requests, again and again: what rounding keeps back is carried on, so that the
 * counts never stray from the shares by as many requests as there are outcomes, and each time they sum to the requests
 * given.
 */
final class EndedShares {
    private final double[] owed = new double[Outcome.values().length];

    /** How many of {@code requests} end in each way; {@code shares} by outcome, summing to 1. */
    long[] of(long requests, double[] shares) {
        long[] counts = new long[owed.length];
        int largest = 0;
        long left = requests;
        for (int i = 0; i < owed.length; i++) {
            owed[i] += requests * shares[i];
            counts[i] = Math.max(0, Math.min(left, (long) owed[i]));
            owed[i] -= counts[i];
            left -= counts[i];
            largest = shares[i] > shares[largest] ? i : largest;
        }
        counts[largest] += left;
        owed[largest] -= left;
        return counts;
    }
}
