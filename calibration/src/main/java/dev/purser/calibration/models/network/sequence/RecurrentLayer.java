package dev.purser.calibration.models.network.sequence;

import dev.purser.calibration.models.network.Layer;
import dev.purser.calibration.models.network.Parameter;
import dev.purser.calibration.models.network.WeightSource;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Goes along the vectors of a sample from the first to the last, and puts out what its cell puts out at the last. Input
 * [samples, places * width], output [samples, units].
 */
public final class RecurrentLayer implements Layer {
    private final Places places;
    private final int units;
    private final Cell cell;
    private final Recurrence recurrence;
    private List<Cell.Step> steps = List.of();

    /** Weights from {@code source}, such that each product starts with the variance of what it is of. */
    public RecurrentLayer(WeightSource source, int places, int width, int units, Cell cell) {
        this.places = new Places(places, width);
        this.units = units;
        this.cell = cell;
        this.recurrence = new Recurrence(source, width, units, cell);
    }

    @Override
    public INDArray forward(INDArray input) {
        INDArray vectors = places.oneByOne(input);
        INDArray state = start(input);
        for (int place = 0; place < places.count(); place++) {
            state = recurrence.step(places.at(vectors, place), state).after();
        }
        return output(state);
    }

    @Override
    public INDArray forwardInTraining(INDArray input) {
        INDArray vectors = places.oneByOne(input);
        steps = new ArrayList<>();
        INDArray state = start(input);
        for (int place = 0; place < places.count(); place++) {
            Cell.Step step = recurrence.step(places.at(vectors, place), state);
            steps.add(step);
            state = step.after();
        }
        return output(state);
    }

    @Override
    public INDArray backward(INDArray input, INDArray output, INDArray outputGradient) {
        recurrence.startBackward();
        INDArray vectors = places.oneByOne(input);
        INDArray[] vectorGradients = new INDArray[places.count()];
        INDArray state = start(input);
        Columns.of(state, units, 0).assign(outputGradient);
        for (int place = places.count() - 1; place >= 0; place--) {
            Recurrence.Gradient gradient = recurrence.backward(places.at(vectors, place), steps.get(place), state);
            vectorGradients[place] = gradient.vectors();
            state = gradient.state();
        }
        return Nd4j.concat(1, vectorGradients);
    }

    @Override
    public List<Parameter> parameters() {
        return recurrence.parameters();
    }

    /** States of all places. */
    @Override
    public long outputs() {
        return (long) places.count() * units * cell.states();
    }

    /** At each place two per weight, one per bias, and those of the cell. */
    @Override
    public long flops() {
        return places.count() * recurrence.flops();
    }

    private INDArray start(INDArray input) {
        return Nd4j.create(input.dataType(), new long[] {input.size(0), (long) units * cell.states()}, 'f');
    }

    private INDArray output(INDArray state) {
        return Columns.of(state, units, 0).dup('f');
    }
}
