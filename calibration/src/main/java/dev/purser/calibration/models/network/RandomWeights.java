package dev.purser.calibration.models.network;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Untrained weights of a seed. */
public final class RandomWeights implements WeightSource {
    private final ContinuousSampler normal;

    /** The same seed gives the same weights. */
    public RandomWeights(long seed) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        this.normal = ZigguratSampler.NormalizedGaussian.of(random);
    }

    @Override
    public INDArray normal(double standardDeviation, long... shape) {
        float[] values = new float[Math.toIntExact(product(shape))];
        if (standardDeviation > 0) {
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (standardDeviation * normal.sample());
            }
        }
        return Nd4j.create(values, shape, 'c');
    }

    static long product(long... shape) {
        long product = 1;
        for (long size : shape) {
            product = Math.multiplyExact(product, size);
        }
        return product;
    }
}
