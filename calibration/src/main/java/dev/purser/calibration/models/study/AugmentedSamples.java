package dev.purser.calibration.models.study;

import dev.purser.calibration.data.Augmentation;
import dev.purser.calibration.data.GreyImage;
import dev.purser.calibration.models.Batch;
import dev.purser.calibration.models.network.Values;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Square images that look a little different each time they are asked for.
 *
 * @param images whose input holds one image a sample
 * @param side pixels of a row and of a column
 * @param augmentations in the order in which they are applied
 * @param random where the differences come from
 */
record AugmentedSamples(Samples images, int side, List<Augmentation> augmentations, UniformRandomProvider random)
        implements Samples {
    @Override
    public int count() {
        return images.count();
    }

    @Override
    public Batch batch(int[] indices) {
        Batch batch = images.batch(indices);
        float[] pixels = Values.of(batch.input());
        int length = side * side;
        for (int from = 0; from < pixels.length; from += length) {
            GreyImage image = new GreyImage(side, side, Arrays.copyOfRange(pixels, from, from + length));
            System.arraycopy(changed(image).pixels(), 0, pixels, from, length);
        }
        INDArray input = Nd4j.create(pixels, batch.input().shape(), 'c');
        return new Batch(batch.samples(), List.of(input), batch.labels());
    }

    private GreyImage changed(GreyImage image) {
        GreyImage changed = image;
        for (Augmentation augmentation : augmentations) {
            changed = augmentation.apply(changed, random);
        }
        return changed;
    }
}
