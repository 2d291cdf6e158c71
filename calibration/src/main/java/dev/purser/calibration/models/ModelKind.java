package dev.purser.calibration.models;

import dev.purser.calibration.models.network.RandomWeights;
import dev.purser.calibration.models.network.StoredWeights;
import dev.purser.calibration.models.network.WeightSource;
import dev.purser.calibration.models.study.Study;
import java.nio.file.Path;

/** A family of model that calibration can build: one entry of {@link ModelKinds}. */
public interface ModelKind {
    /** Name in {@code --models} and in the profile, such as {@code mlp}. */
    String name();

    /** One line for people, such as {@code 784-512-256-10 ReLU}. */
    String shape();

    /** A model that starts with {@code weights}. */
    Model model(WeightSource weights);

    /** A model with untrained weights: the same seed gives the same weights. */
    default Model create(long seed) {
        return model(new RandomWeights(seed));
    }

    /**
     * The model that {@link Model#save} left in {@code folder}.
     *
     * @throws dev.purser.scenarios.InputException if the folder holds no sound model of this kind
     */
    default Model load(Path folder) {
        return StoredWeights.load(folder, this::model);
    }

    /** How this kind is trained, and what quality it then has on data it has not seen. */
    Study study();
}
