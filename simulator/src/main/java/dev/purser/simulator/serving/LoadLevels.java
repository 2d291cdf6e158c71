package dev.purser.simulator.serving;

import java.util.Arrays;

/**
 * Which replicas have the fewest attempts: a set of bits per number of attempts, for the least number there may be and
 * the next {@value #LEVELS} - 1 above it. The loads of replicas under a balancer that looks for the least are seldom
 * further apart; those above are not counted until the least comes near them.
 */
final class LoadLevels {
    private static final int LEVELS = 32;
    private static final int MASK = LEVELS - 1;

    private final int[] outstanding;
    private final int size;
    private final int words;
    private final long[] bits;
    private final int[] counts = new int[LEVELS];
    private int least;
    private int counted;

    /** The levels of the first {@code size} of {@code outstanding}, which the owner keeps up. */
    LoadLevels(int[] outstanding, int size) {
        this.outstanding = outstanding;
        this.size = size;
        this.words = (size + 63) >>> 6;
        this.bits = new long[LEVELS * words];
        admit(0, LEVELS);
    }

    /** The load of number {@code index} has changed. */
    void changed(int index, int from, int to) {
        if (from < least + LEVELS) {
            remove(index, from);
        }
        if (to < least) {
            goDown(to);
        }
        if (to < least + LEVELS) {
            add(index, to);
        }
    }

    /** How many have the least load. */
    int ties() {
        while (counts[least & MASK] == 0) {
            goUp();
        }
        return counts[least & MASK];
    }

    /** Number {@code n} (from 0) of those with the least load, by index; call {@link #ties} before. */
    int nth(int n) {
        int left = n;
        int word = (least & MASK) * words;
        int base = word;
        for (int here = Long.bitCount(bits[word]); left >= here; here = Long.bitCount(bits[word])) {
            left -= here;
            word++;
        }
        long rest = bits[word];
        for (; left > 0; left--) {
            rest &= rest - 1;
        }
        return (word - base << 6) + Long.numberOfTrailingZeros(rest);
    }

    /** The highest levels make room for lower ones. */
    private void goDown(int level) {
        for (int high = Math.max(least, level + LEVELS); high < least + LEVELS; high++) {
            int row = high & MASK;
            counted -= counts[row];
            counts[row] = 0;
            Arrays.fill(bits, row * words, (row + 1) * words, 0);
        }
        least = level;
    }

    /** The lowest level, which is empty, makes room for the first one that was too high. */
    private void goUp() {
        if (counted == 0) {
            least = Arrays.stream(outstanding, 0, size).min().orElseThrow();
            admit(least, least + LEVELS);
        } else {
            least++;
            if (counted < size) {
                admit(least + LEVELS - 1, least + LEVELS);
            }
        }
    }

    /** Counts those with loads in [from, to). */
    private void admit(int from, int to) {
        for (int i = 0; i < size; i++) {
            if (outstanding[i] >= from && outstanding[i] < to) {
                add(i, outstanding[i]);
            }
        }
    }

    private void add(int index, int level) {
        bits[(level & MASK) * words + (index >>> 6)] |= 1L << index;
        counts[level & MASK]++;
        counted++;
    }

    private void remove(int index, int level) {
        bits[(level & MASK) * words + (index >>> 6)] &= ~(1L << index);
        counts[level & MASK]--;
        counted--;
    }
}
