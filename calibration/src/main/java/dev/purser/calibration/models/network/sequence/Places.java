package dev.purser.calibration.models.network.sequence;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The vectors of a sample, side by side in [samples, count * width].
 *
 * @param count how many
 * @param width numbers in each
 */
record Places(int count, int width) {
    /** [count * samples, width]: the first vectors of all samples, then the second ones. */
    INDArray oneByOne(INDArray input) {
        return input.reshape('c', input.size(0), count, width)
                .permute(1, 0, 2)
                .dup('c')
                .reshape('c', count * input.size(0), width);
    }

    /** View [samples, width] of those at one place in what {@link #oneByOne} returned. */
    INDArray at(INDArray vectors, int place) {
        long samples = vectors.size(0) / count;
        return vectors.get(NDArrayIndex.interval(place * samples, (place + 1) * samples), NDArrayIndex.all());
    }
}
