package dev.purser.calibration.models.network.sequence;

import dev.purser.calibration.models.network.Activation;
import dev.purser.calibration.models.network.Layer;
import dev.purser.calibration.models.network.Parameter;
import dev.purser.calibration.models.network.WeightSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Sums up behaviours by how much each has to do with a candidate: the local activation unit of the deep interest network
 * (Zhou et al., 2018). The weight of a behaviour b beside the candidate c is V' relu(B b + P (b c) + C c + d) + e, with the
 * products b c number by number; weights are not normalised. Input [samples, (1 + places) * width], the candidate first;
 * output [samples, 2 * width]: the candidate, and the sum of the weighted behaviours.
 */
public final class InterestPooling implements Layer {
    private static final Activation ACTIVATION = Activation.RELU;

    private final int places;
    private final int width;
    private final Parameter byBehaviour;
    private final Parameter byProduct;
    private final Parameter byCandidate;
    private final Parameter bias;
    private final Parameter weighing;
    private final Parameter weighingBias;
    private @Nullable Pass last;

    /** {@code units} hidden units, with weights from {@code source}. */
    public InterestPooling(WeightSource source, int places, int width, int units) {
        this.places = places;
        this.width = width;
        double deviation = Math.sqrt(2.0 / (3 * width));
        this.byBehaviour = Parameter.weights(source.normal(deviation, width, units));
        this.byProduct = Parameter.weights(source.normal(deviation, width, units));
        this.byCandidate = Parameter.weights(source.normal(deviation, width, units));
        this.bias = Parameter.bias(source.normal(0, 1, units));
        this.weighing = Parameter.weights(source.normal(Math.sqrt(2.0 / units), units, 1));
        this.weighingBias = Parameter.bias(source.normal(0, 1, 1));
    }

    /** Behaviours and products [samples * places, width], hidden units [samples * places, units], weights of all behaviours. */
    private record Pass(
            INDArray candidate, INDArray behaviours, INDArray products, INDArray hidden, INDArray weights) {}

    @Override
    public INDArray forward(INDArray input) {
        return output(pass(input));
    }

    @Override
    public INDArray forwardInTraining(INDArray input) {
        last = pass(input);
        return output(last);
    }

    private Pass pass(INDArray input) {
        INDArray vectors = input.reshape('c', input.size(0), 1L + places, width);
        INDArray candidate = vectors.get(NDArrayIndex.all(), NDArrayIndex.point(0), NDArrayIndex.all())
                .dup('c');
        INDArray behaviours = vectors.get(NDArrayIndex.all(), NDArrayIndex.interval(1, 1 + places), NDArrayIndex.all())
                .dup('c');
        INDArray products = flat(behaviours.mul(Nd4j.expandDims(candidate, 1)));
        INDArray hidden = hidden(candidate, flat(behaviours), products);
        INDArray weights = hidden.mmul(weighing.value()).addiRowVector(weighingBias.value());
        return new Pass(candidate, flat(behaviours), products, hidden, weights.dup('c'));
    }

    private INDArray hidden(INDArray candidate, INDArray behaviours, INDArray products) {
        INDArray ofBehaviours = behaviours.mmul(byBehaviour.value()).addi(products.mmul(byProduct.value()));
        INDArray ofCandidate = candidate.mmul(byCandidate.value()).addiRowVector(bias.value());
        INDArray sums = placeByPlace(ofBehaviours.dup('c')).add(Nd4j.expandDims(ofCandidate, 1));
        return ACTIVATION.apply(flat(sums));
    }

    private INDArray output(Pass pass) {
        long samples = pass.candidate().size(0);
        INDArray pooled = Nd4j.matmul(pass.weights().reshape('c', samples, 1, places), placeByPlace(pass.behaviours()));
        return Nd4j.concat(1, pass.candidate(), pooled.reshape('c', samples, width));
    }

    @Override
    public INDArray backward(INDArray input, INDArray output, INDArray outputGradient) {
        Pass pass = Objects.requireNonNull(last, "no forward pass in training before");
        INDArray byPooled = Nd4j.expandDims(columns(outputGradient, width, 2L * width), 1);
        INDArray delta = parameterGradients(pass, byPooled);
        INDArray byProducts = placeByPlace(product(delta, byProduct));
        INDArray ofCandidate = byProducts
                .mul(placeByPlace(pass.behaviours()))
                .sum(1)
                .addi(product(placeByPlace(delta).sum(1), byCandidate))
                .addi(columns(outputGradient, 0, width));
        INDArray ofBehaviours = placeByPlace(product(delta, byBehaviour))
                .addi(byProducts.mul(Nd4j.expandDims(pass.candidate(), 1)))
                .addi(Nd4j.matmul(pass.weights().reshape('c', input.size(0), places, 1), byPooled));
        return Nd4j.concat(1, ofCandidate, ofBehaviours.reshape('c', input.size(0), (long) places * width));
    }

    /** Writes the gradients of all parameters, and returns that by the sums of which the hidden units are made. */
    private INDArray parameterGradients(Pass pass, INDArray byPooled) {
        INDArray byWeights = flat(placeByPlace(pass.behaviours()).mul(byPooled)).sum(true, 1);
        pass.hidden().transpose().mmuli(byWeights, weighing.gradient());
        byWeights.sum(weighingBias.gradient(), 0);
        INDArray delta = ACTIVATION.gradient(pass.hidden(), product(byWeights, weighing));
        INDArray ofSample = placeByPlace(delta).sum(1);
        pass.behaviours().transpose().mmuli(delta, byBehaviour.gradient());
        pass.products().transpose().mmuli(delta, byProduct.gradient());
        pass.candidate().transpose().mmuli(ofSample, byCandidate.gradient());
        ofSample.sum(bias.gradient(), 0);
        return delta;
    }

    /** Gradient by what was multiplied with {@code weights}. */
    private static INDArray product(INDArray gradient, Parameter weights) {
        return gradient.mmul(weights.value().transpose()).dup('c');
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(byBehaviour, byProduct, byCandidate, bias, weighing, weighingBias);
    }

    /** Products, hidden units and weight of each behaviour, and the output. */
    @Override
    public long outputs() {
        return places * (width + units() + 1) + 2L * width;
    }

    /**
     * Of each behaviour: the products, two per weight of B, P and V, three sums of which two are of all hidden units, two
     * for each number of the weighted sum; of the candidate two per weight and one per bias.
     */
    @Override
    public long flops() {
        long ofBehaviour = width + 4 * width * units() + 2 * units() + 2 * units() + 1 + 2L * width;
        return places * ofBehaviour + 2 * width * units() + units();
    }

    private long units() {
        return bias.value().length();
    }

    private INDArray placeByPlace(INDArray rows) {
        return rows.reshape('c', rows.size(0) / places, places, rows.size(1));
    }

    private static INDArray flat(INDArray vectors) {
        return vectors.reshape('c', vectors.size(0) * vectors.size(1), vectors.size(2));
    }

    private static INDArray columns(INDArray array, long from, long to) {
        return array.get(NDArrayIndex.all(), NDArrayIndex.interval(from, to)).dup('c');
    }
}
