package dev.purser.calibration.quality;

import dev.purser.simulator.units.Check;
import java.util.Arrays;
import org.apache.commons.rng.sampling.UnitSphereSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Sliced Wasserstein distance of two samples of vectors (Rabin et al., 2011): the mean, over random directions, of the
 * distance of the samples' projections; that of two equally large samples of numbers is the mean difference of the
 * smallest of both, the second smallest of both, and so on. 0: the same; in the unit of the vectors.
 */
public final class SlicedWasserstein {
    private static final int DIRECTIONS = 64;

    private SlicedWasserstein() {}

    /** Distance of vectors of {@code width} numbers, one after the other, as many in {@code one} as in {@code other}. */
    public static double of(float[] one, float[] other, int width, long seed) {
        Check.that(one.length == other.length && one.length > 0, "numbers", other.length, "must be " + one.length);
        UnitSphereSampler sphere = UnitSphereSampler.of(RandomSource.XO_RO_SHI_RO_128_PP.create(seed), width);
        double sum = 0;
        for (int i = 0; i < DIRECTIONS; i++) {
            double[] direction = sphere.sample();
            sum += distance(projected(one, direction), projected(other, direction));
        }
        return sum / DIRECTIONS;
    }

    private static double distance(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += Math.abs(one[i] - other[i]);
        }
        return sum / one.length;
    }

    private static double[] projected(float[] vectors, double[] direction) {
        double[] projected = new double[vectors.length / direction.length];
        for (int i = 0; i < vectors.length; i++) {
            projected[i / direction.length] += vectors[i] * direction[i % direction.length];
        }
        Arrays.sort(projected);
        return projected;
    }
}
