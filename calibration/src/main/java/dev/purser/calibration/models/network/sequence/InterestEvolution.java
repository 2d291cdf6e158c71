package dev.purser.calibration.models.network.sequence;

import dev.purser.calibration.models.network.Layer;
import dev.purser.calibration.models.network.Parameter;
import dev.purser.calibration.models.network.WeightSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.custom.SoftMax;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * How an interest evolves towards a candidate: the two recurrent layers of the deep interest evolution network (Zhou et
 * al., 2019). The first goes along the behaviours and puts out a state h at each. With the candidate c they get the weights
 * a = softmax over behaviours of h' A c. The second goes along those states; its update gate is multiplied by a, so that
 * its state becomes s + a (g - s), where g is what a gated recurrent unit would make of s. Input [samples, (1 + places) *
 * width], the candidate first; output [samples, 2 * width]: the candidate, and the last s. States have {@code width} numbers.
 */
public final class InterestEvolution implements Layer {
    private final Places places;
    private final int width;
    private final Recurrence extractor;
    private final Recurrence evolution;
    private final Parameter attention;
    private List<Cell.Step> extracted = List.of();
    private List<Cell.Step> evolved = List.of();
    private INDArray weights = Nd4j.empty();

    /** Weights from {@code source}, such that each product starts with the variance of what it is of. */
    public InterestEvolution(WeightSource source, int places, int width) {
        this.places = new Places(1 + places, width);
        this.width = width;
        this.extractor = new Recurrence(source, width, width, new GruCell());
        this.evolution = new Recurrence(source, width, width, new GruCell());
        this.attention = Parameter.weights(source.normal(1 / Math.sqrt(width), width, width));
    }

    @Override
    public INDArray forward(INDArray input) {
        INDArray vectors = places.oneByOne(input);
        List<INDArray> states =
                extracted(vectors).stream().map(Cell.Step::after).toList();
        INDArray weighed = weights(vectors, states);
        INDArray state = start(input);
        for (int place = 0; place < states.size(); place++) {
            state = mixed(evolution.step(states.get(place), state), column(weighed, place));
        }
        return Nd4j.concat(1, candidate(vectors), state);
    }

    @Override
    public INDArray forwardInTraining(INDArray input) {
        INDArray vectors = places.oneByOne(input);
        extracted = extracted(vectors);
        weights = weights(vectors, states());
        evolved = new ArrayList<>();
        INDArray state = start(input);
        for (int place = 0; place < behaviours(); place++) {
            Cell.Step step = evolution.step(extracted.get(place).after(), state);
            evolved.add(step);
            state = mixed(step, column(weights, place));
        }
        return Nd4j.concat(1, candidate(vectors), state);
    }

    private List<Cell.Step> extracted(INDArray vectors) {
        List<Cell.Step> steps = new ArrayList<>();
        INDArray state = start(candidate(vectors));
        for (int place = 0; place < behaviours(); place++) {
            steps.add(extractor.step(places.at(vectors, 1 + place), state));
            state = steps.get(place).after();
        }
        return steps;
    }

    private List<INDArray> states() {
        return extracted.stream().map(Cell.Step::after).toList();
    }

    /** [samples, places]. */
    private INDArray weights(INDArray vectors, List<INDArray> states) {
        INDArray asked = candidate(vectors).mmul(attention.value());
        INDArray scores = Nd4j.concat(
                1, states.stream().map(state -> state.mul(asked).sum(true, 1)).toArray(INDArray[]::new));
        Nd4j.exec(new SoftMax(scores, scores, 1));
        return scores;
    }

    /** s + a (g - s). */
    private static INDArray mixed(Cell.Step step, INDArray weight) {
        return step.after().sub(step.before()).muliColumnVector(weight).addi(step.before());
    }

    @Override
    public INDArray backward(INDArray input, INDArray output, INDArray outputGradient) {
        parameters().forEach(parameter -> parameter.gradient().assign(0));
        INDArray vectors = places.oneByOne(input);
        INDArray[] byStates = new INDArray[behaviours()];
        INDArray byWeights = byEvolution(columns(outputGradient, width, 2L * width), byStates);
        INDArray byCandidate = columns(outputGradient, 0, width).addi(byAttention(vectors, byWeights, byStates));
        INDArray[] gradients = new INDArray[places.count()];
        gradients[0] = byCandidate;
        byExtraction(vectors, byStates, gradients);
        return Nd4j.concat(1, gradients);
    }

    /** Fills {@code byStates} with what the second layer says of the states, and returns the gradient by their weights. */
    private INDArray byEvolution(INDArray byLast, INDArray[] byStates) {
        INDArray[] byWeights = new INDArray[byStates.length];
        INDArray gradient = byLast;
        for (int place = byStates.length - 1; place >= 0; place--) {
            Cell.Step step = evolved.get(place);
            byWeights[place] = step.after().sub(step.before()).muli(gradient).sum(true, 1);
            INDArray byStep = gradient.mulColumnVector(column(weights, place));
            Recurrence.Gradient parts = evolution.backward(extracted.get(place).after(), step, byStep);
            byStates[place] = parts.vectors();
            gradient = gradient.sub(byStep).addi(parts.state());
        }
        return Nd4j.concat(1, byWeights);
    }

    /** Adds to {@code byStates} what the weights say of the states, and returns the gradient by the candidate. */
    private INDArray byAttention(INDArray vectors, INDArray byWeights, INDArray[] byStates) {
        INDArray byScores =
                byWeights.subColumnVector(byWeights.mul(weights).sum(true, 1)).muli(weights);
        INDArray asked = candidate(vectors).mmul(attention.value());
        INDArray byAsked = asked.mul(0);
        for (int place = 0; place < byStates.length; place++) {
            INDArray byScore = column(byScores, place);
            byStates[place].addi(asked.mulColumnVector(byScore));
            byAsked.addi(extracted.get(place).after().mulColumnVector(byScore));
        }
        candidate(vectors).transpose().mmuli(byAsked, attention.gradient());
        return byAsked.mmul(attention.value().transpose());
    }

    /** Fills {@code gradients} from the second on with those by the behaviours. */
    private void byExtraction(INDArray vectors, INDArray[] byStates, INDArray[] gradients) {
        INDArray gradient = byStates[byStates.length - 1];
        for (int place = byStates.length - 1; place >= 0; place--) {
            Recurrence.Gradient parts =
                    extractor.backward(places.at(vectors, 1 + place), extracted.get(place), gradient);
            gradients[1 + place] = parts.vectors();
            gradient = place == 0 ? gradient : parts.state().addi(byStates[place - 1]);
        }
    }

    @Override
    public List<Parameter> parameters() {
        return Stream.of(extractor.parameters(), evolution.parameters(), List.of(attention))
                .flatMap(List::stream)
                .toList();
    }

    /** Two states and a weight for each behaviour, and the output. */
    @Override
    public long outputs() {
        return behaviours() * (2L * width + 1) + 2L * width;
    }

    /** Both layers; two per weight of the attention; for each behaviour its score and the mixture of states, three a number. */
    @Override
    public long flops() {
        long ofBehaviour = extractor.flops() + evolution.flops() + 2L * width + 3L * width;
        return behaviours() * ofBehaviour + 2 * attention.value().length();
    }

    private int behaviours() {
        return places.count() - 1;
    }

    private INDArray candidate(INDArray vectors) {
        return places.at(vectors, 0);
    }

    private INDArray start(INDArray samples) {
        return Nd4j.create(samples.dataType(), new long[] {samples.size(0), width}, 'f');
    }

    private static INDArray column(INDArray matrix, int index) {
        return columns(matrix, index, index + 1L);
    }

    private static INDArray columns(INDArray matrix, long from, long to) {
        return matrix.get(NDArrayIndex.all(), NDArrayIndex.interval(from, to)).dup('f');
    }
}
