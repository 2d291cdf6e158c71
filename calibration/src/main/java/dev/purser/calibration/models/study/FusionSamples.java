package dev.purser.calibration.models.study;

import dev.purser.calibration.data.Interactions;
import dev.purser.calibration.models.Batch;
import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What users took, labelled 1, and for each of them {@link #ABSENT} random items, labelled 0. A user's features leave out the
 * item that was taken, beside the random ones too: else the answer would stand among them.
 */
final class FusionSamples implements Samples {
    private static final int ABSENT = 3;

    private final FusionFeatures features;
    private final Interactions taken;
    private final int[] items;

    FusionSamples(FusionFeatures features, Interactions taken, long seed) {
        this.features = features;
        this.taken = taken;
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        this.items = new int[(1 + ABSENT) * taken.count()];
        for (int i = 0; i < items.length; i++) {
            items[i] = i < taken.count() ? taken.item()[i] : random.nextInt(taken.items());
        }
    }

    @Override
    public int count() {
        return items.length;
    }

    @Override
    public Batch batch(int[] indices) {
        float[][] users = new float[indices.length][];
        float[][] chosen = new float[indices.length][];
        float[] labels = new float[indices.length];
        for (int i = 0; i < indices.length; i++) {
            int taking = indices[i] % taken.count();
            users[i] = features.userWithout(taken.user()[taking], taken.item()[taking]);
            chosen[i] = features.items()[items[indices[i]]];
            labels[i] = indices[i] < taken.count() ? 1 : 0;
        }
        INDArray label = Nd4j.create(labels, new long[] {indices.length, 1}, 'c');
        return new Batch(
                indices.length, List.of(Nd4j.createFromArray(users), Nd4j.createFromArray(chosen)), Optional.of(label));
    }
}
