package dev.purser.calibration.data.synthetic;

import dev.purser.calibration.data.LabelledImages;
import dev.purser.calibration.data.Split;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Images of 28 by 28 pixels in 10 classes. Each class is a set of blots at random places; an image is its class shifted
 * by up to three pixels each way, with blots of another class at half strength over it and noise on every pixel.
 */
public final class ImageGenerator {
    private static final int SIDE = 28;
    private static final int CLASSES = 10;
    private static final int BLOTS = 6;
    private static final int SHIFT = 3;
    private static final double BLOT_RADIUS = 2.5;
    private static final double OTHER_STRENGTH = 0.5;
    private static final double NOISE = 0.25;
    private static final int WHITE = 255;
    private static final int TRAINED = 6000;
    private static final int HELD_OUT = 1000;

    private final UniformRandomProvider random;
    private final ContinuousSampler noise;
    private final double[][] prototypes = new double[CLASSES][];

    private ImageGenerator(long seed) {
        this.random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        this.noise = ZigguratSampler.NormalizedGaussian.of(random);
        for (int type = 0; type < CLASSES; type++) {
            prototypes[type] = prototype();
        }
    }

    /** 6,000 images to train on and 1,000 more of the same classes. */
    public static Split<LabelledImages> split(long seed) {
        return split(seed, TRAINED, HELD_OUT);
    }

    /** As many images as asked for. */
    public static Split<LabelledImages> split(long seed, int trained, int heldOut) {
        ImageGenerator generator = new ImageGenerator(seed);
        return new Split<>(generator.images(trained), generator.images(heldOut));
    }

    private LabelledImages images(int count) {
        byte[] pixels = new byte[Math.multiplyExact(count, SIDE * SIDE)];
        byte[] labels = new byte[count];
        for (int i = 0; i < count; i++) {
            labels[i] = (byte) (i % CLASSES);
            draw(pixels, i * SIDE * SIDE, labels[i]);
        }
        return new LabelledImages(SIDE, SIDE, pixels, labels);
    }

    private void draw(byte[] pixels, int offset, int type) {
        double[] own = prototypes[type];
        double[] other = prototypes[random.nextInt(CLASSES)];
        int down = random.nextInt(2 * SHIFT + 1) - SHIFT;
        int right = random.nextInt(2 * SHIFT + 1) - SHIFT;
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                int from = Math.floorMod(row - down, SIDE) * SIDE + Math.floorMod(column - right, SIDE);
                double light = Math.max(own[from], OTHER_STRENGTH * other[from]) + NOISE * noise.sample();
                pixels[offset + row * SIDE + column] = (byte) Math.round(WHITE * Math.max(0, Math.min(1, light)));
            }
        }
    }

    private double[] prototype() {
        double[] light = new double[SIDE * SIDE];
        for (int blot = 0; blot < BLOTS; blot++) {
            double row = SIDE * random.nextDouble();
            double column = SIDE * random.nextDouble();
            for (int pixel = 0; pixel < light.length; pixel++) {
                double distance = Math.hypot(pixel / SIDE - row, pixel % SIDE - column);
                light[pixel] = Math.max(light[pixel], Math.exp(-distance * distance / (2 * BLOT_RADIUS * BLOT_RADIUS)));
            }
        }
        return light;
    }
}
