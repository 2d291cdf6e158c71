package dev.purser.calibration.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class GreyImageTest {
    /** Two rows of three pixels. */
    private static final GreyImage IMAGE = new GreyImage(2, 3, new float[] {1, 2, 3, 4, 5, 6});

    @Test
    void aFlipMirrorsEachRow() {
        assertArrayEquals(new float[] {3, 2, 1, 6, 5, 4}, IMAGE.flipped().pixels());
        assertArrayEquals(IMAGE.pixels(), IMAGE.flipped().flipped().pixels(), "a flip of a flip is the image");
    }

    @Test
    void aShiftBringsInBlack() {
        assertArrayEquals(new float[] {0, 0, 0, 0, 1, 2}, IMAGE.shifted(1, 1).pixels());
        assertArrayEquals(new float[] {5, 6, 0, 0, 0, 0}, IMAGE.shifted(-1, -1).pixels());
        assertArrayEquals(IMAGE.pixels(), IMAGE.shifted(0, 0).pixels());
    }

    /** Twice as large about the middle pixel: the ends come from half a pixel beside it. */
    @Test
    void aScaledImageIsInterpolated() {
        GreyImage row = new GreyImage(1, 3, new float[] {0.2f, 0.6f, 1});
        assertArrayEquals(new float[] {0.4f, 0.6f, 0.8f}, row.scaled(2).pixels(), 1e-6f);
        assertArrayEquals(new float[] {0, 0.6f, 0}, row.scaled(0.5).pixels(), 1e-6f);
        assertArrayEquals(IMAGE.pixels(), IMAGE.scaled(1).pixels());
    }

    /** 1,000 flips of a fair coin: 500 within 5 deviations of 15.8. */
    @Test
    void everyOtherImageIsFlipped() {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(3);
        int flipped = 0;
        for (int i = 0; i < 1000; i++) {
            flipped += Augmentation.FLIP.apply(IMAGE, random).pixels()[0] == 3 ? 1 : 0;
        }
        assertEquals(500, flipped, 79);
    }

    @Test
    void cropsAndScalesStayWithinTheirBounds() {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(3);
        float[] pixels = new float[81];
        pixels[40] = 1;
        GreyImage dot = new GreyImage(9, 9, pixels);
        for (int i = 0; i < 100; i++) {
            int place = brightest(Augmentation.CROP.apply(dot, random));
            assertTrue(Math.abs(place / 9 - 4) <= 2 && Math.abs(place % 9 - 4) <= 2, "moved to " + place);
            assertEquals(40, brightest(Augmentation.SCALE.apply(dot, random)), "the centre stays");
        }
    }

    @Test
    void otherPixelsThanRowsAndColumnsMakeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new GreyImage(2, 2, new float[3]));
        assertThrows(IllegalArgumentException.class, () -> IMAGE.scaled(0));
    }

    private static int brightest(GreyImage image) {
        int brightest = 0;
        for (int i = 0; i < image.pixels().length; i++) {
            brightest = image.pixels()[i] > image.pixels()[brightest] ? i : brightest;
        }
        return brightest;
    }
}
