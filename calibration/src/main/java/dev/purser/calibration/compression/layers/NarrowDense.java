package dev.purser.calibration.compression.layers;

import dev.purser.calibration.models.network.Activation;
import dev.purser.calibration.models.network.Dense;
import dev.purser.calibration.models.network.Parameter;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Fully connected layer that multiplies in the type of its weights: activation(x W + b), W [inputs, outputs], b [1,
 * outputs]; input and output keep the input's type.
 */
public final class NarrowDense implements ServingLayer {
    private final Dense dense;

    /** A layer of these arrays of one type, which are its own from now on. */
    public NarrowDense(INDArray weights, INDArray bias, Activation activation) {
        this.dense = new Dense(weights, bias, activation);
    }

    @Override
    public INDArray forward(INDArray input) {
        DataType type = dense.weights().dataType();
        INDArray sums = product(input.castTo(type)).addiRowVector(dense.bias());
        return dense.activation().apply(sums).castTo(input.dataType());
    }

    /** By the general operation, because a product of vectors in few bits goes to a BLAS that has none. */
    private INDArray product(INDArray input) {
        INDArray product = Nd4j.createUninitialized(input.dataType(), new long[] {input.size(0), outputs()}, 'c');
        Nd4j.exec(DynamicCustomOp.builder("matmul")
                .addInputs(input, dense.weights())
                .addOutputs(product)
                .build());
        return product;
    }

    @Override
    public List<Parameter> parameters() {
        return dense.parameters();
    }

    @Override
    public long outputs() {
        return dense.outputs();
    }

    /** Two per weight, one per bias. */
    @Override
    public long flops() {
        return dense.flops();
    }
}
