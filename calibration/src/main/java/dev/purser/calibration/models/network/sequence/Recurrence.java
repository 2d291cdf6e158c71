package dev.purser.calibration.models.network.sequence;

import dev.purser.calibration.models.network.Parameter;
import dev.purser.calibration.models.network.WeightSource;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A cell with its weights, which are the same in every step. Vectors are [samples, width], states as {@link Cell} has them. */
final class Recurrence {
    private final int units;
    private final Cell cell;
    private final Parameter inputWeights;
    private final Parameter recurrentWeights;
    private final Parameter bias;

    /** Weights from {@code source}, such that each product starts with the variance of what it is of. */
    Recurrence(WeightSource source, int width, int units, Cell cell) {
        this.units = units;
        this.cell = cell;
        long columns = (long) units * cell.gates();
        this.inputWeights = Parameter.weights(source.normal(1 / Math.sqrt(width), width, columns));
        this.recurrentWeights = Parameter.weights(source.normal(1 / Math.sqrt(units), units, columns));
        this.bias = Parameter.bias(source.normal(0, 1, columns));
    }

    Cell.Step step(INDArray vectors, INDArray state) {
        INDArray projected = Columns.product(vectors, inputWeights.value()).addiRowVector(bias.value());
        return cell.step(projected, Columns.product(Columns.of(state, units, 0), recurrentWeights.value()), state);
    }

    /** Sets the gradients of the weights to zero, before the first {@link #backward} of a pass. */
    void startBackward() {
        parameters().forEach(parameter -> parameter.gradient().assign(0));
    }

    /**
     * Gradients by what a step was given.
     *
     * @param vectors by the vectors
     * @param state by the state before; a new array
     */
    record Gradient(INDArray vectors, INDArray state) {}

    /** Adds the gradients of one step to those of the weights, and returns the others. */
    Gradient backward(INDArray vectors, Cell.Step step, INDArray afterGradient) {
        Cell.Gradient gradient = cell.backward(step, afterGradient);
        INDArray put = Columns.of(step.before(), units, 0);
        inputWeights.gradient().addi(vectors.transpose().mmul(gradient.projected()));
        recurrentWeights.gradient().addi(put.transpose().mmul(gradient.recurrent()));
        bias.gradient().addi(gradient.projected().sum(true, 0));
        INDArray byVectors = gradient.projected().mmul(inputWeights.value().transpose());
        INDArray byOutput = gradient.recurrent().mmul(recurrentWeights.value().transpose());
        Columns.of(gradient.before(), units, 0).addi(byOutput);
        return new Gradient(byVectors, gradient.before());
    }

    List<Parameter> parameters() {
        return List.of(inputWeights, recurrentWeights, bias);
    }

    /** Of one step: two per weight, one per bias, and those of the cell. */
    long flops() {
        long weights = inputWeights.value().length() + recurrentWeights.value().length();
        return 2 * weights + bias.value().length() + cell.flops(units);
    }
}
