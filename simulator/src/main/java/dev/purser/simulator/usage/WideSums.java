package dev.purser.simulator.usage;

import java.math.BigInteger;

/**
 * Sums of products of two {@code long}s in 128 bits each: a day of one instance is 8.64e19 nanoseconds x millionths,
 * which no {@code long} holds.
 */
final class WideSums {
    private final long[] high;
    private final long[] low;

    WideSums(int count) {
        high = new long[count];
        low = new long[count];
    }

    /** Adds {@code left} x {@code right}, neither of them negative, to sum number {@code index}. */
    void addProduct(int index, long left, long right) {
        long before = low[index];
        low[index] = before + left * right;
        boolean carried = Long.compareUnsigned(low[index], before) < 0;
        high[index] += Math.multiplyHigh(left, right) + (carried ? 1 : 0);
    }

    /** Sum number {@code index}. */
    BigInteger sum(int index) {
        BigInteger unsignedLow = new BigInteger(Long.toUnsignedString(low[index]));
        return BigInteger.valueOf(high[index]).shiftLeft(Long.SIZE).add(unsignedLow);
    }
}
