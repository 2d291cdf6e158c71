package dev.purser.calibration.models;

import dev.purser.calibration.models.network.Numbers;
import java.util.stream.LongStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Random arrays with samples along dimension 0, from one seed. */
final class RandomInput {
    private final UniformRandomProvider random;

    RandomInput(long seed) {
        this.random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    }

    /** Uniform over [0, 1). */
    INDArray uniform(int samples, long... sampleShape) {
        long[] shape = LongStream.concat(LongStream.of(samples), LongStream.of(sampleShape))
                .toArray();
        float[] values = new float[Math.toIntExact(LongStream.of(shape).reduce(1, Math::multiplyExact))];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        return Numbers.of(values, shape);
    }

    /** Whole numbers from 0 to {@code bound}, exclusive, each as likely. */
    INDArray indices(int bound, long... shape) {
        int[] values = new int[Math.toIntExact(LongStream.of(shape).reduce(1, Math::multiplyExact))];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(bound);
        }
        // Not a view, which nobody could close.
        return Nd4j.create(values, shape, DataType.INT32);
    }

    /** One-hot rows: each of {@code classes} is as likely. */
    INDArray oneHot(int samples, int classes) {
        float[] values = new float[Math.multiplyExact(samples, classes)];
        for (int i = 0; i < samples; i++) {
            values[i * classes + random.nextInt(classes)] = 1;
        }
        return Numbers.of(values, samples, classes);
    }

    /** A column of 0 and 1, as likely. */
    INDArray bits(int samples) {
        return bits(samples, 1);
    }

    /** Rows of 0 and 1, as likely. */
    INDArray bits(int samples, int outputs) {
        float[] values = new float[Math.multiplyExact(samples, outputs)];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(2);
        }
        return Numbers.of(values, samples, outputs);
    }
}
