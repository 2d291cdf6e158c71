package dev.purser.calibration.data;

import dev.purser.simulator.units.Check;

/**
 * One image, and changes that leave its subject as it is. What comes in from outside is black.
 *
 * @param rows pixels from top to bottom
 * @param columns pixels from left to right
 * @param pixels row by row, from 0 (black) to 1 (white)
 */
public record GreyImage(int rows, int columns, float[] pixels) {
    /** Checks that there are as many pixels as rows and columns make. */
    public GreyImage {
        Check.positive(rows, "rows");
        Check.positive(columns, "columns");
        Check.that(pixels.length == rows * columns, "pixels", pixels.length, "must be " + rows + " x " + columns);
    }

    /** Mirrored from left to right. */
    public GreyImage flipped() {
        float[] flipped = new float[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            flipped[i] = at(i / columns, columns - 1 - i % columns);
        }
        return new GreyImage(rows, columns, flipped);
    }

    /** Moved by whole pixels. */
    public GreyImage shifted(int down, int right) {
        float[] shifted = new float[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            shifted[i] = at(i / columns - down, i % columns - right);
        }
        return new GreyImage(rows, columns, shifted);
    }

    /** Magnified about its centre, with what lies between pixels interpolated along both sides. */
    public GreyImage scaled(double factor) {
        Check.positive(factor, "factor");
        float[] scaled = new float[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            double row = (i / columns - (rows - 1) / 2.0) / factor + (rows - 1) / 2.0;
            double column = (i % columns - (columns - 1) / 2.0) / factor + (columns - 1) / 2.0;
            scaled[i] = between(row, column);
        }
        return new GreyImage(rows, columns, scaled);
    }

    private float between(double row, double column) {
        int top = (int) Math.floor(row);
        int left = (int) Math.floor(column);
        double down = row - top;
        double right = column - left;
        double above = (1 - right) * at(top, left) + right * at(top, left + 1);
        double below = (1 - right) * at(top + 1, left) + right * at(top + 1, left + 1);
        return (float) ((1 - down) * above + down * below);
    }

    private float at(int row, int column) {
        boolean inside = row >= 0 && row < rows && column >= 0 && column < columns;
        return inside ? pixels[row * columns + column] : 0;
    }
}
