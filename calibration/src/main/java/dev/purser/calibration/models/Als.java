package dev.purser.calibration.models;

import dev.purser.calibration.models.factors.LeastSquares;
import dev.purser.calibration.models.network.WeightSource;
import dev.purser.calibration.models.study.AlsStudy;
import dev.purser.calibration.models.study.Study;

/** Matrix factorisation by alternating least squares. */
public final class Als implements ModelKind {
    private static final int USERS = 10_000;
    private static final int ITEMS = 10_000;
    private static final int FACTORS = 64;

    @Override
    public String name() {
        return "als";
    }

    @Override
    public String shape() {
        return "64 factors, 10,000 users, 10,000 items";
    }

    @Override
    public Study study() {
        return new AlsStudy();
    }

    @Override
    public Model model(WeightSource weights) {
        double deviation = 1 / Math.sqrt(FACTORS);
        return new FactorModel(
                weights.normal(deviation, USERS, FACTORS),
                weights.normal(deviation, ITEMS, FACTORS),
                LeastSquares.implicit(AlsStudy.REGULARISATION, AlsStudy.CONFIDENCE));
    }
}
