package dev.purser.calibration.data;

import dev.purser.simulator.units.Check;

/**
 * Grey images of one size, each with its class.
 *
 * @param rows pixels from top to bottom
 * @param columns pixels from left to right
 * @param pixels all images one after the other, row by row, 0 to 255 as unsigned bytes
 * @param labels class of each image, from 0
 */
public record LabelledImages(int rows, int columns, byte[] pixels, byte[] labels) {
    private static final float WHITE = 255f;

    /** Checks that there is a class for every image. */
    public LabelledImages {
        Check.positive(rows, "rows");
        Check.positive(columns, "columns");
        Check.that(
                pixels.length == (long) labels.length * rows * columns,
                "pixels",
                pixels.length,
                "must be " + rows + " x " + columns + " for each of " + labels.length + " labels");
    }

    /** How many images there are. */
    public int count() {
        return labels.length;
    }

    /** Pixels of an image. */
    public int imageLength() {
        return rows * columns;
    }

    /** Class of image {@code index}. */
    public int label(int index) {
        return labels[index] & 0xff;
    }

    /** Number of classes: one more than the largest label. */
    public int classes() {
        int largest = 0;
        for (int i = 0; i < labels.length; i++) {
            largest = Math.max(largest, label(i));
        }
        return largest + 1;
    }

    /** The pixels of the images at {@code indices}, one after the other, from 0 (black) to 1 (white). */
    public float[] scaled(int[] indices) {
        int length = imageLength();
        float[] scaled = new float[Math.multiplyExact(indices.length, length)];
        for (int i = 0; i < indices.length; i++) {
            int from = indices[i] * length;
            for (int pixel = 0; pixel < length; pixel++) {
                scaled[i * length + pixel] = (pixels[from + pixel] & 0xff) / WHITE;
            }
        }
        return scaled;
    }

    /** The images at {@code indices}, in that order. */
    public LabelledImages subset(int[] indices) {
        int length = imageLength();
        byte[] some = new byte[Math.multiplyExact(indices.length, length)];
        byte[] someLabels = new byte[indices.length];
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(pixels, indices[i] * length, some, i * length, length);
            someLabels[i] = labels[indices[i]];
        }
        return new LabelledImages(rows, columns, some, someLabels);
    }
}
