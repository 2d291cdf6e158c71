package dev.purser.calibration.models;

import dev.purser.calibration.models.network.WeightSource;
import dev.purser.calibration.models.study.DlrmStudy;
import dev.purser.calibration.models.study.Study;

/**
 * Deep learning recommendation model (Naumov et al., 2019) of one shape, with the vectors side by side.
 *
 * @param sizes the shape
 */
public record Dlrm(DlrmShape sizes) implements ModelKind {
    @Override
    public String name() {
        return sizes.name();
    }

    @Override
    public String shape() {
        return sizes.text();
    }

    @Override
    public Model model(WeightSource weights) {
        return new DlrmModel(sizes, weights);
    }

    @Override
    public Study study() {
        return DlrmStudy.of(sizes);
    }
}
