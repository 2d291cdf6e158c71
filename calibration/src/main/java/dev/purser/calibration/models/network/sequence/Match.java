package dev.purser.calibration.models.network.sequence;

import dev.purser.calibration.models.network.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Multiplies the vectors of a sample, number by number, with that of one place, the candidate, which itself stays as it
 * is: what dense layers would have to learn first. Input and output [samples, places * width].
 *
 * @param places vectors of a sample
 * @param width numbers in a vector
 * @param candidate place of the candidate, from 0
 */
public record Match(int places, int width, int candidate) implements Layer {
    @Override
    public INDArray forward(INDArray input) {
        return flat(matched(vectors(input), vectors(input)));
    }

    /** The candidate gets its own gradient, and that of each other vector times that vector. */
    @Override
    public INDArray backward(INDArray input, INDArray output, INDArray outputGradient) {
        INDArray gradient = vectors(outputGradient);
        INDArray byCandidate = gradient.mul(vectors(input));
        at(byCandidate).assign(at(gradient));
        INDArray byInput = matched(gradient, vectors(input));
        at(byInput).assign(byCandidate.sum(1));
        return flat(byInput);
    }

    @Override
    public long outputs() {
        return (long) places * width;
    }

    @Override
    public long flops() {
        return (places - 1L) * width;
    }

    /** {@code vectors} times the candidate of {@code input}, but for the candidate's place. */
    private INDArray matched(INDArray vectors, INDArray input) {
        INDArray matched = vectors.mul(Nd4j.expandDims(at(input), 1));
        at(matched).assign(at(vectors));
        return matched;
    }

    private INDArray at(INDArray vectors) {
        return vectors.get(NDArrayIndex.all(), NDArrayIndex.point(candidate), NDArrayIndex.all());
    }

    private INDArray vectors(INDArray samples) {
        return samples.reshape('c', samples.size(0), places, width);
    }

    private INDArray flat(INDArray vectors) {
        return vectors.reshape('c', vectors.size(0), outputs());
    }
}
