package dev.purser.calibration.models.network;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Products, number by number, of two vectors that lie side by side. Input [samples, 2 width], output [samples, width].
 *
 * @param width numbers in a vector
 */
public record Product(int width) implements Layer {
    @Override
    public INDArray forward(INDArray input) {
        return vector(input, 0).mul(vector(input, 1));
    }

    @Override
    public INDArray backward(INDArray input, INDArray output, INDArray outputGradient) {
        return Nd4j.concat(
                1, vector(input, 1).mul(outputGradient), vector(input, 0).mul(outputGradient));
    }

    @Override
    public long outputs() {
        return width;
    }

    @Override
    public long flops() {
        return width;
    }

    private INDArray vector(INDArray input, int index) {
        return input.get(NDArrayIndex.all(), NDArrayIndex.interval((long) index * width, (index + 1L) * width));
    }
}
