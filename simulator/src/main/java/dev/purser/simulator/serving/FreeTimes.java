package dev.purser.simulator.serving;

/**
 * When each model instance of a replica falls free, of which an attempt takes the first: a tournament between them
 * (Knuth, The Art of Computer Programming, volume 3, section 5.4.1). The one that falls free first has won; each match
 * remembers its loser, so that another time for the winner is played against the losers on its way alone. A match is
 * decided without a branch, because no processor could guess its result.
 */
final class FreeTimes {
    private final int instances;

    /** By match, of which the final is 1: when its loser falls free, and where that one begins. */
    private final long[] loserNanos;

    private final int[] loser;
    private long firstNanos;
    private int first;

    FreeTimes(int modelInstances) {
        instances = modelInstances;
        loserNanos = new long[modelInstances];
        loser = new int[modelInstances];
        for (int match = 1; match < modelInstances; match++) {
            loser[match] = leftmost(2 * match + 1);
        }
        first = leftmost(1);
    }

    /** The instances begin at the places from their number on; before they lie the matches. */
    private int leftmost(int place) {
        int at = place;
        while (at < instances) {
            at *= 2;
        }
        return at;
    }

    /** When the first one is free. */
    long first() {
        return firstNanos;
    }

    /** The first one is taken until {@code untilNanos}, which is not before it is free. */
    void takeFirst(long untilNanos) {
        long winnerNanos = untilNanos;
        int winner = first;
        for (int match = first >> 1; match > 0; match >>= 1) {
            long isLess = (loserNanos[match] - winnerNanos) >> 63;
            long swap = (loserNanos[match] ^ winnerNanos) & isLess;
            int swapPlaces = (loser[match] ^ winner) & (int) isLess;
            loserNanos[match] ^= swap;
            loser[match] ^= swapPlaces;
            winnerNanos ^= swap;
            winner ^= swapPlaces;
        }
        firstNanos = winnerNanos;
        first = winner;
    }
}
