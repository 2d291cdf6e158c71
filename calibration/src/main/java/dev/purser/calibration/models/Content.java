package dev.purser.calibration.models;

import dev.purser.calibration.models.network.WeightSource;
import dev.purser.calibration.models.study.ContentStudy;
import dev.purser.calibration.models.study.Study;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Products that are alike in words, meaning and image. */
public final class Content implements ModelKind {
    private static final int PRODUCTS = 10_000;

    @Override
    public String name() {
        return "content";
    }

    @Override
    public String shape() {
        return "cosines of 512 weighted words, 32 numbers learnt from text, 64 from a CNN; 10,000 products";
    }

    @Override
    public Study study() {
        return new ContentStudy(ContentStudy.PRODUCTS);
    }

    @Override
    public Model model(WeightSource weights) {
        return new ContentModel(
                List.of(
                        vectors(weights, ContentStudy.WORDS),
                        vectors(weights, ContentStudy.MEANINGS),
                        vectors(weights, ContentStudy.IMAGE_FEATURES)),
                weights.normal(1, 3, 1),
                weights.normal(0, 1, 1));
    }

    private static INDArray vectors(WeightSource weights, int width) {
        return weights.normal(1 / Math.sqrt(width), PRODUCTS, width);
    }
}
