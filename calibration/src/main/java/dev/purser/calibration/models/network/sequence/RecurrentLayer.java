package dev.purser.calibration.models.network.sequence;

import dev.purser.calibration.models.network.Layer;
import dev.purser.calibration.models.network.Parameter;
import dev.purser.calibration.models.network.WeightSource;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Goes along the vectors of a sample from the first to the last, and puts out what its cell puts out at the last. Input
 * [samples, places * width], output [samples, units].
 */
public final class RecurrentLayer implements Layer {
    private final int places;
    private final int width;
    private final int units;
    private final Cell cell;
    private final Parameter inputWeights;
    private final Parameter recurrentWeights;
    private final Parameter bias;
    private List<Cell.Step> steps = List.of();

    /** Weights from {@code source}, such that each product starts with the variance of what it is of. */
    public RecurrentLayer(WeightSource source, int places, int width, int units, Cell cell) {
        this.places = places;
        this.width = width;
        this.units = units;
        this.cell = cell;
        long columns = (long) units * cell.gates();
        this.inputWeights = Parameter.weights(source.normal(1 / Math.sqrt(width), width, columns));
        this.recurrentWeights = Parameter.weights(source.normal(1 / Math.sqrt(units), units, columns));
        this.bias = Parameter.bias(source.normal(0, 1, columns));
    }

    @Override
    public INDArray forward(INDArray input) {
        INDArray vectors = placeByPlace(input);
        INDArray state = start(input.size(0), input.dataType());
        for (int place = 0; place < places; place++) {
            state = step(vectors, place, state).after();
        }
        return output(state);
    }

    @Override
    public INDArray forwardInTraining(INDArray input) {
        INDArray vectors = placeByPlace(input);
        steps = new ArrayList<>();
        INDArray state = start(input.size(0), input.dataType());
        for (int place = 0; place < places; place++) {
            Cell.Step step = step(vectors, place, state);
            steps.add(step);
            state = step.after();
        }
        return output(state);
    }

    @Override
    public INDArray backward(INDArray input, INDArray output, INDArray outputGradient) {
        long samples = input.size(0);
        INDArray state = start(samples, input.dataType());
        Columns.of(state, units, 0).assign(outputGradient);
        INDArray[] projected = new INDArray[places];
        INDArray[] recurrent = new INDArray[places];
        for (int place = places - 1; place >= 0; place--) {
            Cell.Gradient gradient = cell.backward(steps.get(place), state);
            projected[place] = gradient.projected();
            recurrent[place] = gradient.recurrent();
            state = gradient.before();
            Columns.of(state, units, 0)
                    .addi(gradient.recurrent().mmul(recurrentWeights.value().transpose()));
        }
        parameterGradients(placeByPlace(input), Nd4j.concat(0, projected), Nd4j.concat(0, recurrent));
        return sampleBySample(
                Nd4j.concat(0, projected).mmul(inputWeights.value().transpose()), samples);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(inputWeights, recurrentWeights, bias);
    }

    /** States of all places. */
    @Override
    public long outputs() {
        return (long) places * units * cell.states();
    }

    /** At each place two per weight, one per bias, and those of the cell. */
    @Override
    public long flops() {
        long weights = inputWeights.value().length() + recurrentWeights.value().length();
        return places * (2 * weights + bias.value().length() + cell.flops(units));
    }

    private Cell.Step step(INDArray vectors, int place, INDArray state) {
        long samples = state.size(0);
        INDArray here = vectors.get(NDArrayIndex.interval(place * samples, (place + 1) * samples), NDArrayIndex.all());
        INDArray projected = here.mmul(inputWeights.value()).addiRowVector(bias.value());
        return cell.step(projected, Columns.of(state, units, 0).mmul(recurrentWeights.value()), state);
    }

    private void parameterGradients(INDArray vectors, INDArray projected, INDArray recurrent) {
        vectors.transpose().mmuli(projected, inputWeights.gradient());
        projected.sum(bias.gradient(), 0);
        INDArray before = Nd4j.concat(
                0,
                steps.stream().map(step -> Columns.of(step.before(), units, 0)).toArray(INDArray[]::new));
        before.transpose().mmuli(recurrent, recurrentWeights.gradient());
    }

    /** [places * samples, width]: the first vectors of all samples, then the second ones. */
    private INDArray placeByPlace(INDArray input) {
        return input.reshape('c', input.size(0), places, width)
                .permute(1, 0, 2)
                .dup('c')
                .reshape('c', places * input.size(0), width);
    }

    private INDArray sampleBySample(INDArray gradient, long samples) {
        return gradient.reshape('c', places, samples, width)
                .permute(1, 0, 2)
                .dup('c')
                .reshape('c', samples, (long) places * width);
    }

    private INDArray start(long samples, DataType type) {
        return Nd4j.create(type, new long[] {samples, (long) units * cell.states()}, 'f');
    }

    private INDArray output(INDArray state) {
        return Columns.of(state, units, 0).dup('f');
    }
}
