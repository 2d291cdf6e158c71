package dev.purser.simulator.units;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Splits a whole number in proportion to weights, without losing any of it: each party gets its exact part rounded
 * down, and the units left over go one each to the largest fractions cut off, the earlier party first where they are
 * equal (the method of Hamilton, or of largest remainders).
 */
public final class Apportionment {
    private Apportionment() {}

    /**
     * Splits {@code total} by {@code weights}.
     *
     * @param total at least 0; {@code total} x the sum of the weights must fit in a {@code long}
     * @param weights each at least 0, not all 0
     * @throws ArithmeticException if a product overflows
     */
    public static long[] split(long total, long[] weights) {
        long sum = Check.positive(
                IntStream.range(0, weights.length).mapToLong(i -> weights[i]).sum(), "sum of weights");
        long[] parts = new long[weights.length];
        long[] cut = new long[weights.length];
        long left = total;
        for (int i = 0; i < parts.length; i++) {
            long product = Math.multiplyExact(total, weights[i]);
            parts[i] = product / sum;
            cut[i] = product % sum;
            left -= parts[i];
        }
        handOut(left, parts.length, Comparator.comparingLong(i -> -cut[i]), i -> parts[i]++);
        return parts;
    }

    /**
     * Splits {@code total} by {@code weights}.
     *
     * @param total at least 0
     * @param weights each at least 0, not all 0
     */
    public static List<BigInteger> split(BigInteger total, List<BigFraction> weights) {
        BigFraction sum = weights.stream().reduce(BigFraction.ZERO, BigFraction::add);
        Check.that(sum.compareTo(BigFraction.ZERO) > 0, "sum of weights", sum, "must be above 0");
        List<BigInteger> parts = new ArrayList<>();
        List<BigFraction> cut = new ArrayList<>();
        for (BigFraction weight : weights) {
            BigFraction exact = weight.multiply(total).divide(sum);
            parts.add(exact.getNumerator().divide(exact.getDenominator()));
            cut.add(exact.subtract(parts.get(parts.size() - 1)));
        }
        BigInteger left = total.subtract(parts.stream().reduce(BigInteger.ZERO, BigInteger::add));
        Comparator<Integer> largestFirst =
                Comparator.<Integer, BigFraction>comparing(cut::get).reversed();
        handOut(
                left.longValueExact(),
                parts.size(),
                largestFirst,
                i -> parts.set(i, parts.get(i).add(BigInteger.ONE)));
        return parts;
    }

    private static void handOut(long units, int parties, Comparator<Integer> largestFirst, IntConsumer addOne) {
        if (units > 0) {
            IntStream.range(0, parties)
                    .boxed()
                    .sorted(largestFirst)
                    .limit(units)
                    .forEach(addOne::accept);
        }
    }
}
