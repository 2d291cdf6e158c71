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
        parameters().forEach(parameter -> parameter.gradient().assign(0));
        INDArray vectors = placeByPlace(input);
        INDArray[] vectorGradients = new INDArray[places];
        INDArray state = start(input.size(0), input.dataType());
        Columns.of(state, units, 0).assign(outputGradient);
        for (int place = places - 1; place >= 0; place--) {
            Cell.Gradient gradient = cell.backward(steps.get(place), state);
            addParameterGradients(at(vectors, place), steps.get(place), gradient);
            vectorGradients[place] =
                    gradient.projected().mmul(inputWeights.value().transpose());
            state = gradient.before();
            INDArray byOutput =
                    gradient.recurrent().mmul(recurrentWeights.value().transpose());
            Columns.of(state, units, 0).addi(byOutput);
        }
        return Nd4j.concat(1, vectorGradients);
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
        INDArray projected =
                Columns.product(at(vectors, place), inputWeights.value()).addiRowVector(bias.value());
        return cell.step(projected, Columns.product(Columns.of(state, units, 0), recurrentWeights.value()), state);
    }

    private void addParameterGradients(INDArray vectors, Cell.Step step, Cell.Gradient gradient) {
        INDArray put = Columns.of(step.before(), units, 0);
        inputWeights.gradient().addi(vectors.transpose().mmul(gradient.projected()));
        recurrentWeights.gradient().addi(put.transpose().mmul(gradient.recurrent()));
        bias.gradient().addi(gradient.projected().sum(true, 0));
    }

    private INDArray at(INDArray vectors, int place) {
        long samples = vectors.size(0) / places;
        return vectors.get(NDArrayIndex.interval(place * samples, (place + 1) * samples), NDArrayIndex.all());
    }

    /** [places * samples, width]: the first vectors of all samples, then the second ones. */
    private INDArray placeByPlace(INDArray input) {
        return input.reshape('c', input.size(0), places, width)
                .permute(1, 0, 2)
                .dup('c')
                .reshape('c', places * input.size(0), width);
    }

    private INDArray start(long samples, DataType type) {
        return Nd4j.create(type, new long[] {samples, (long) units * cell.states()}, 'f');
    }

    private INDArray output(INDArray state) {
        return Columns.of(state, units, 0).dup('f');
    }
}
