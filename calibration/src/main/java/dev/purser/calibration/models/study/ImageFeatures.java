package dev.purser.calibration.models.study;

import dev.purser.calibration.data.LabelledImages;
import dev.purser.calibration.models.Cnn;
import dev.purser.calibration.models.NetworkModel;
import dev.purser.calibration.models.content.Vectors;
import dev.purser.calibration.models.network.Chain;
import dev.purser.calibration.models.network.Layer;
import dev.purser.calibration.models.network.Scope;
import dev.purser.calibration.models.network.Values;
import java.util.List;
import java.util.stream.IntStream;

/** Images as what a CNN's last but one layer makes of them, after it was trained on some of them. */
final class ImageFeatures {
    private static final int CLASSES = 10;
    private static final int BATCH = 64;

    private ImageFeatures() {}

    /**
     * A vector of length 1 for each of {@code images}, measured from their mean, since no unit is ever below 0 and all
     * would be alike; the CNN has seen the first {@code trained} of them only.
     */
    static float[][] of(LabelledImages images, int trained, int epochs, long seed, StudyProgress progress) {
        LabelledImages seen = images.subset(IntStream.range(0, trained).toArray());
        try (NetworkModel cnn = new Cnn("cnn", 0).create(seed)) {
            new Trainer(epochs, BATCH, seed).train(cnn, new ImageSamples(seen, CLASSES, false), progress);
            List<Layer> layers = cnn.network().chain().layers();
            Chain body = new Chain(layers.subList(0, layers.size() - 1));
            return features(body, new ImageSamples(images, CLASSES, false));
        }
    }

    private static float[][] features(Chain body, ImageSamples images) {
        float[][] features = new float[images.count()][];
        for (int from = 0; from < features.length; from += BATCH) {
            int[] indices = IntStream.range(from, Math.min(features.length, from + BATCH))
                    .toArray();
            float[] values = Scope.within(
                    "batch", () -> Values.of(body.forward(images.batch(indices).input())));
            float[][] rows = Vectors.rows(values, values.length / indices.length);
            for (int i = 0; i < rows.length; i++) {
                features[from + i] = rows[i];
            }
        }
        return Vectors.centredUnits(features);
    }
}
