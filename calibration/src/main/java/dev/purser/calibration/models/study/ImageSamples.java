package dev.purser.calibration.models.study;

import dev.purser.calibration.data.LabelledImages;
import dev.purser.calibration.models.Batch;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Images as input of a model.
 *
 * @param images the images
 * @param classes number of classes, for the one-hot labels
 * @param flat whether a sample is one row of pixels; otherwise it has shape [1, rows, columns]
 */
public record ImageSamples(LabelledImages images, int classes, boolean flat) implements ClassifiedSamples {
    @Override
    public int count() {
        return images.count();
    }

    @Override
    public Batch batch(int[] indices) {
        long[] shape = flat
                ? new long[] {indices.length, images.imageLength()}
                : new long[] {indices.length, 1, images.rows(), images.columns()};
        return Batch.of(Nd4j.create(images.scaled(indices), shape, 'c'), oneHot(indices));
    }

    @Override
    public int label(int index) {
        return images.label(index);
    }

    private INDArray oneHot(int[] indices) {
        float[] labels = new float[indices.length * classes];
        for (int i = 0; i < indices.length; i++) {
            labels[i * classes + images.label(indices[i])] = 1;
        }
        return Nd4j.create(labels, new long[] {indices.length, classes}, 'c');
    }
}
