package dev.purser.calibration.models;

import dev.purser.calibration.models.network.WeightSource;
import dev.purser.calibration.models.study.FusionStudy;
import dev.purser.calibration.models.study.Study;

/** Two towers over text, image and behaviour of users and items. */
public final class Fusion implements ModelKind {
    /** Numbers from text (32), image (64) and behaviour (32). */
    public static final int INPUTS = 128;

    private static final int HIDDEN = 64;
    private static final int OUTPUTS = 32;

    @Override
    public String name() {
        return "fusion";
    }

    @Override
    public String shape() {
        return "two towers 128-64-32 ReLU, inner product, sigmoid";
    }

    @Override
    public Study study() {
        return FusionStudy.usual();
    }

    @Override
    public FusionModel model(WeightSource weights) {
        return new FusionModel(weights, INPUTS, HIDDEN, OUTPUTS);
    }
}
