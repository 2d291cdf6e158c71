package dev.purser.calibration.data.synthetic;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Draws without replacement with given odds: the places of the largest sums of log odds and independent Gumbel noise
 * (Vieira, 2014).
 */
final class GumbelChoice {
    private GumbelChoice() {}

    /** {@code count} different places; {@code logOdds} is overwritten. */
    static int[] of(UniformRandomProvider random, double[] logOdds, int count) {
        for (int i = 0; i < logOdds.length; i++) {
            logOdds[i] -= Math.log(-Math.log(random.nextDouble()));
        }
        return IntStream.range(0, logOdds.length)
                .boxed()
                .sorted(Comparator.comparing(i -> -logOdds[i]))
                .limit(count)
                .mapToInt(i -> i)
                .toArray();
    }
}
