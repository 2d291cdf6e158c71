package dev.purser.calibration.models.network;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Square filters over images, step 1, no padding, then ReLU. Input [samples, channels, rows, columns], output [samples,
 * filters, rows - side + 1, columns - side + 1].
 */
public final class Convolution implements Layer {
    private static final int FILTERS_FIRST = 1;
    private static final Activation ACTIVATION = Activation.RELU;

    private final Parameter weights;
    private final Parameter bias;
    private final int side;
    private final int rows;
    private final int columns;

    /** Filters of {@code side} by {@code side} pixels over images of {@code rows} by {@code columns}. */
    public Convolution(WeightSource source, int channels, int filters, int side, int rows, int columns) {
        double deviation = Math.sqrt(2.0 / (channels * side * side));
        this.weights = Parameter.weights(source.normal(deviation, filters, channels, side, side));
        this.bias = Parameter.bias(source.normal(0, filters));
        this.side = side;
        this.rows = rows;
        this.columns = columns;
    }

    @Override
    public INDArray forward(INDArray input) {
        INDArray output = Nd4j.createUninitialized(
                input.dataType(), new long[] {input.size(0), filters(), outputRows(), outputColumns()}, 'c');
        Nd4j.exec(operation("conv2d", FILTERS_FIRST)
                .addInputs(input, weights.value(), bias.value())
                .addOutputs(output)
                .build());
        return ACTIVATION.apply(output);
    }

    @Override
    public INDArray backward(INDArray input, INDArray output, INDArray outputGradient) {
        INDArray delta = ACTIVATION.gradient(output, outputGradient);
        INDArray inputGradient = input.like();
        Nd4j.exec(operation("conv2d_bp", FILTERS_FIRST)
                .addInputs(input, weights.value(), bias.value(), delta)
                .addOutputs(inputGradient, weights.gradient(), bias.gradient())
                .build());
        return inputGradient;
    }

    /** One product of matrices: all pixels of the gradient by all windows of the input. A tenth of the time above. */
    @Override
    public void backwardFirst(INDArray input, INDArray output, INDArray outputGradient) {
        INDArray delta = ACTIVATION.gradient(output, outputGradient);
        long samples = input.size(0);
        long pixels = outputRows() * outputColumns();
        INDArray windows = windows(input).reshape('c', samples, windowLength(), pixels);
        INDArray byWindow = windows.permute(1, 0, 2).dup('c').reshape('c', windowLength(), samples * pixels);
        INDArray byFilter = delta.reshape('c', samples, filters(), pixels)
                .permute(1, 0, 2)
                .dup('c')
                .reshape('c', filters(), samples * pixels);
        byFilter.mmuli(byWindow.transpose(), weights.gradient().reshape('c', filters(), windowLength()));
        byFilter.sum(bias.gradient(), 1);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(weights, bias);
    }

    @Override
    public long outputs() {
        return filters() * outputRows() * outputColumns();
    }

    /** Two per weight and pixel of the output, one per pixel for the bias. */
    @Override
    public long flops() {
        return outputs() * (2 * windowLength() + 1);
    }

    private INDArray windows(INDArray input) {
        INDArray windows = Nd4j.createUninitialized(
                input.dataType(),
                new long[] {input.size(0), input.size(1), side, side, outputRows(), outputColumns()},
                'c');
        Nd4j.exec(operation("im2col", 0)
                .addInputs(input)
                .addOutputs(windows)
                .addFloatingPointArguments(0.0)
                .build());
        return windows;
    }

    /** Side twice, step, padding and dilation twice each, no padding to the same size, channels first. */
    private DynamicCustomOp.DynamicCustomOpsBuilder operation(String name, int weightsFormat) {
        return DynamicCustomOp.builder(name).addIntegerArguments(side, side, 1, 1, 0, 0, 1, 1, 0, 0, weightsFormat);
    }

    private long filters() {
        return weights.value().size(0);
    }

    private long windowLength() {
        return weights.value().length() / filters();
    }

    private long outputRows() {
        return rows - side + 1L;
    }

    private long outputColumns() {
        return columns - side + 1L;
    }
}
