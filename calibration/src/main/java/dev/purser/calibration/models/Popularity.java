package dev.purser.calibration.models;

import dev.purser.calibration.data.Interactions;
import dev.purser.calibration.models.network.WeightSource;
import dev.purser.calibration.models.study.PopularityStudy;
import dev.purser.calibration.models.study.Study;
import org.nd4j.linalg.factory.Nd4j;

/** The same order of items for everybody: by the number of users an item had. The baseline, and the fallback. */
public final class Popularity implements ModelKind {
    private static final int ITEMS = 10_000;

    @Override
    public String name() {
        return "popularity";
    }

    @Override
    public String shape() {
        return "one count for each of 10,000 items";
    }

    @Override
    public Study study() {
        return new PopularityStudy();
    }

    /** The model that counts the users of each item in {@code interactions}. */
    public static Model fitted(Interactions interactions) {
        return new PopularityModel(Nd4j.create(counts(interactions), new long[] {interactions.items(), 1}, 'c'));
    }

    /** Users of each item. */
    public static float[] counts(Interactions interactions) {
        float[] counts = new float[interactions.items()];
        for (int item : interactions.item()) {
            counts[item]++;
        }
        return counts;
    }

    @Override
    public Model model(WeightSource weights) {
        return new PopularityModel(weights.normal(1, ITEMS, 1));
    }
}
