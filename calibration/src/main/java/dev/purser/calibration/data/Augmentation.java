package dev.purser.calibration.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;

/** Random changes of images to train on, as are usual for networks over images (such as He et al., 2016). */
public enum Augmentation {
    /** Mirrors every other image, by chance, from left to right. */
    FLIP {
        @Override
        public GreyImage apply(GreyImage image, UniformRandomProvider random) {
            return random.nextBoolean() ? image.flipped() : image;
        }
    },
    /** Puts a border of two black pixels around and cuts out a window of the old size at any place. */
    CROP {
        @Override
        public GreyImage apply(GreyImage image, UniformRandomProvider random) {
            return image.shifted(shift(random), shift(random));
        }
    },
    /** Magnifies by a factor from 0.9 to 1.1, each as likely. */
    SCALE {
        @Override
        public GreyImage apply(GreyImage image, UniformRandomProvider random) {
            return image.scaled(1 + MOST_SCALE * (2 * random.nextDouble() - 1));
        }
    };

    private static final int BORDER = 2;
    private static final double MOST_SCALE = 0.1;

    /** The image as it is shown this time. */
    public abstract GreyImage apply(GreyImage image, UniformRandomProvider random);

    /** Name in {@code --augment}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Names of all. */
    public static List<String> names() {
        return Arrays.stream(values()).map(Augmentation::text).toList();
    }

    private static int shift(UniformRandomProvider random) {
        return random.nextInt(2 * BORDER + 1) - BORDER;
    }
}
