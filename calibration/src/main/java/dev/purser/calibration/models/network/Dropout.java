package dev.purser.calibration.models.network;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Sets each number to 0 with a probability while it is trained, and scales the others so that their mean stays; nothing
 * while it serves. Srivastava et al., 2014.
 */
public final class Dropout implements Layer {
    private final double dropped;
    private final UniformRandomProvider random;
    private INDArray mask = Nd4j.empty();

    /** {@code dropped}: the probability; {@code seed}: of what is dropped. */
    public Dropout(double dropped, long seed) {
        this.dropped = dropped;
        this.random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    }

    @Override
    public INDArray forward(INDArray input) {
        return input;
    }

    @Override
    public INDArray forwardInTraining(INDArray input) {
        float[] kept = new float[Math.toIntExact(input.length())];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = random.nextFloat() < dropped ? 0 : (float) (1 / (1 - dropped));
        }
        mask = Nd4j.create(kept, input.shape(), 'c').castTo(input.dataType());
        return input.mul(mask);
    }

    @Override
    public INDArray backward(INDArray input, INDArray output, INDArray outputGradient) {
        return outputGradient.muli(mask);
    }

    @Override
    public long outputs() {
        return 0;
    }

    @Override
    public long flops() {
        return 0;
    }
}
