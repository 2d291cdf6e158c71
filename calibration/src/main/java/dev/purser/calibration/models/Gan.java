package dev.purser.calibration.models;

import dev.purser.calibration.models.network.Activation;
import dev.purser.calibration.models.network.Chain;
import dev.purser.calibration.models.network.Dense;
import dev.purser.calibration.models.network.WeightSource;
import dev.purser.calibration.models.study.GanStudy;
import dev.purser.calibration.models.study.Study;
import java.util.List;

/** Generator of item vectors that are not there, and the discriminator it learns against. */
public final class Gan implements ModelKind {
    private static final int NOISE = 16;
    private static final int UNITS = 64;

    @Override
    public String name() {
        return "gan";
    }

    @Override
    public String shape() {
        return "generator 16-64-64-16, discriminator 16-64-64-1, ReLU";
    }

    @Override
    public Study study() {
        return new GanStudy(this::create, GanStudy.WIDTH);
    }

    @Override
    public GanModel model(WeightSource weights) {
        return model(NOISE, UNITS, GanStudy.WIDTH, weights);
    }

    /** A model of other sizes. */
    static GanModel model(int noise, int units, int width, WeightSource weights) {
        return new GanModel(noise, chain(weights, noise, units, width), chain(weights, width, units, 1));
    }

    private static Chain chain(WeightSource weights, int inputs, int units, int outputs) {
        return Dense.chain(weights, inputs, List.of(units, units, outputs), Activation.IDENTITY);
    }
}
