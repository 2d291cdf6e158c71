package dev.purser.calibration.models;

import dev.purser.calibration.models.network.RandomWeights;
import dev.purser.calibration.models.network.StoredWeights;
import dev.purser.calibration.models.study.DlrmStudy;
import dev.purser.calibration.models.study.Study;
import java.nio.file.Path;

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
    public Model create(long seed) {
        return new DlrmModel(sizes, new RandomWeights(seed));
    }

    @Override
    public Model load(Path folder) {
        return StoredWeights.load(folder, weights -> new DlrmModel(sizes, weights));
    }

    @Override
    public Study study() {
        return DlrmStudy.of(sizes);
    }
}
