package dev.purser.calibration.models.study;

import dev.purser.calibration.models.Batch;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Items that might come next, each in a sample of its own. Inputs: the items before and the candidate, [samples, window +
 * 1], and the query, [samples, 1]; label: 1 for the item that came, else 0.
 *
 * @param wanted what came
 * @param place which of the wanted items each sample is about
 * @param candidate of each sample
 */
public record Candidates(NextItems wanted, int[] place, int[] candidate) implements Samples {
    /** Each item that came, and {@code others} that are drawn from all items, each as likely. */
    public static Candidates sampled(NextItems wanted, int others, long seed) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        int each = 1 + others;
        int[] place =
                IntStream.range(0, wanted.count() * each).map(i -> i / each).toArray();
        int items = wanted.sessions().items();
        int[] candidate = IntStream.range(0, place.length)
                .map(i -> i % each == 0 ? wanted.next(i / each) : random.nextInt(items))
                .toArray();
        return new Candidates(wanted, place, candidate);
    }

    /** All items, where {@code index} came. */
    public static Candidates all(NextItems wanted, int index) {
        int items = wanted.sessions().items();
        int[] place = new int[items];
        Arrays.fill(place, index);
        return new Candidates(wanted, place, IntStream.range(0, items).toArray());
    }

    @Override
    public int count() {
        return place.length;
    }

    /** All samples in their order. */
    public Batch batch() {
        return batch(IntStream.range(0, count()).toArray());
    }

    @Override
    public Batch batch(int[] indices) {
        int width = wanted.window() + 1;
        int[] items = new int[Math.multiplyExact(indices.length, width)];
        int[] queries = new int[indices.length];
        float[] labels = new float[indices.length];
        for (int i = 0; i < indices.length; i++) {
            int index = place[indices[i]];
            wanted.copyBefore(index, items, i * width);
            items[(i + 1) * width - 1] = candidate[indices[i]];
            queries[i] = wanted.query(index);
            labels[i] = candidate[indices[i]] == wanted.next(index) ? 1 : 0;
        }
        List<INDArray> inputs = List.of(
                Nd4j.createFromArray(items).reshape('c', indices.length, width),
                Nd4j.createFromArray(queries).reshape('c', indices.length, 1));
        return new Batch(indices.length, inputs, Optional.of(Nd4j.create(labels, new long[] {indices.length, 1}, 'c')));
    }
}
