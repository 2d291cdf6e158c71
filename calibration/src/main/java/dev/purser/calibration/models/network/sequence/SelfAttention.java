package dev.purser.calibration.models.network.sequence;

import dev.purser.calibration.models.network.Layer;
import dev.purser.calibration.models.network.Parameter;
import dev.purser.calibration.models.network.WeightSource;
import dev.purser.simulator.units.Check;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Multi-head self-attention (Vaswani et al., 2017) over the vectors of a sample, with a residual connection and without
 * normalisation: Y = X + concat(softmax(Q K' / sqrt(d)) V) O with [Q K V] = X P; each head has its d = width / heads columns
 * of Q, K and V. Input and output [samples, places * width].
 */
public final class SelfAttention implements Layer {
    private static final int PARTS = 3;

    private final int places;
    private final int width;
    private final int heads;
    private final Parameter projection;
    private final Parameter mixture;
    private @Nullable Pass last;

    /** Weights from {@code source}, such that each product starts with the variance of what it is of. */
    public SelfAttention(WeightSource source, int places, int width, int heads) {
        Check.that(width % heads == 0, "width", width, "must be a multiple of the " + heads + " heads");
        this.places = places;
        this.width = width;
        this.heads = heads;
        this.projection = Parameter.weights(source.normal(1 / Math.sqrt(width), width, (long) PARTS * width));
        this.mixture = Parameter.weights(source.normal(1 / Math.sqrt(width), width, width));
    }

    /**
     * What a backward pass needs: arrays [samples * heads, places, d or places], and what the heads put out side by side,
     * [samples * places, width].
     */
    private record Pass(INDArray query, INDArray key, INDArray value, INDArray weights, INDArray mixed) {}

    @Override
    public INDArray forward(INDArray input) {
        return output(input, pass(input));
    }

    @Override
    public INDArray forwardInTraining(INDArray input) {
        last = pass(input);
        return output(input, last);
    }

    private Pass pass(INDArray input) {
        INDArray projected = split(vectors(input).mmul(projection.value()), PARTS);
        INDArray query = part(projected, 0);
        INDArray key = part(projected, 1);
        INDArray value = part(projected, 2);
        INDArray scores = Nd4j.matmul(query, key, false, true, false).divi(scale());
        INDArray weights = Nd4j.nn().softmax(scores, 2);
        return new Pass(query, key, value, weights, joined(List.of(Nd4j.matmul(weights, value))));
    }

    private INDArray output(INDArray input, Pass pass) {
        return vectors(input)
                .add(pass.mixed().mmul(mixture.value()))
                .reshape('c', input.size(0), (long) places * width);
    }

    @Override
    public INDArray backward(INDArray input, INDArray output, INDArray outputGradient) {
        Pass pass = Objects.requireNonNull(last, "no forward pass in training before");
        INDArray byOutput = vectors(outputGradient);
        pass.mixed().transpose().mmuli(byOutput, mixture.gradient());
        INDArray byHeads = part(split(byOutput.mmul(mixture.value().transpose()), 1), 0);
        INDArray byScores = softmaxGradient(pass.weights(), Nd4j.matmul(byHeads, pass.value(), false, true, false))
                .divi(scale());
        INDArray byProjected = joined(List.of(
                Nd4j.matmul(byScores, pass.key()),
                Nd4j.matmul(byScores, pass.query(), true, false, false),
                Nd4j.matmul(pass.weights(), byHeads, true, false, false)));
        vectors(input).transpose().mmuli(byProjected, projection.gradient());
        return byOutput.add(byProjected.mmul(projection.value().transpose()))
                .reshape('c', input.size(0), (long) places * width);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(projection, mixture);
    }

    /** Queries, keys and values, the weights of all heads, what the heads put out, and the output. */
    @Override
    public long outputs() {
        return (PARTS + 2L) * places * width + (long) heads * places * places;
    }

    /** Two per weight at each place and one for the sum; two for each number of a pair of places, twice; one to scale. */
    @Override
    public long flops() {
        long atPlace = 2 * (projection.value().length() + mixture.value().length()) + width;
        long ofPair = 4L * width + heads;
        return places * atPlace + (long) places * places * ofPair;
    }

    /** Gradient by the arguments of a softmax: w (g - sum of g w). */
    private static INDArray softmaxGradient(INDArray weights, INDArray gradient) {
        INDArray sums = gradient.mul(weights).sum(true, 2);
        return gradient.sub(sums).muli(weights);
    }

    private double scale() {
        return Math.sqrt((double) width / heads);
    }

    private INDArray vectors(INDArray samples) {
        return samples.reshape('c', samples.size(0) * places, width);
    }

    /** Of [samples * places, parts * width]: [parts, samples * heads, places, d]. */
    private INDArray split(INDArray vectors, int parts) {
        long samples = vectors.size(0) / places;
        return vectors.reshape('c', samples, places, parts, heads, width / heads)
                .permute(2, 0, 3, 1, 4)
                .dup('c')
                .reshape('c', parts, samples * heads, places, width / heads);
    }

    private static INDArray part(INDArray parts, int index) {
        return parts.get(NDArrayIndex.point(index), NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.all());
    }

    /** Of parts [samples * heads, places, d]: [samples * places, parts * width]. */
    private INDArray joined(List<INDArray> parts) {
        long samples = parts.get(0).size(0) / heads;
        INDArray stacked = parts.size() == 1 ? parts.get(0) : Nd4j.concat(0, parts.toArray(INDArray[]::new));
        return stacked.reshape('c', parts.size(), samples, heads, places, width / heads)
                .permute(1, 3, 0, 2, 4)
                .dup('c')
                .reshape('c', samples * places, (long) parts.size() * width);
    }
}
