package dev.purser.calibration.models.study;

import dev.purser.calibration.data.Augmentation;
import dev.purser.calibration.data.Resampling;
import dev.purser.calibration.models.network.Penalty;
import dev.purser.simulator.units.Check;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What is switched on for a training; each model takes some of it ({@link Study#options}).
 *
 * @param penalty on large weights
 * @param dropout share of the hidden units that a step of training leaves out, in [0, 1)
 * @param augmentations random changes of images, each once and in the order of their declaration
 * @param resampling against classes of different size
 * @param folds parts of the training data for cross-validation, at least 2; 0: none
 * @param fakeUsers fake users for each true one; empty: nobody asks what they would do
 */
public record TrainingOptions(
        Penalty penalty,
        double dropout,
        List<Augmentation> augmentations,
        Resampling resampling,
        int folds,
        OptionalDouble fakeUsers) {
    /** Everything is switched off. */
    public static final TrainingOptions NONE =
            new TrainingOptions(Penalty.NONE, 0, List.of(), Resampling.NONE, 0, OptionalDouble.empty());

    /** Checks the numbers. */
    public TrainingOptions {
        Check.that(dropout >= 0 && dropout < 1, "dropout", dropout, "must be in [0, 1) (a fraction)");
        augmentations = augmentations.stream().distinct().sorted().toList();
        Check.that(folds == 0 || folds >= 2, "folds", folds, "must be at least 2");
        fakeUsers.ifPresent(
                share -> Check.that(share >= 0 && share <= 1, "fake-users", share, "must be in [0, 1] (a fraction)"));
    }
}
