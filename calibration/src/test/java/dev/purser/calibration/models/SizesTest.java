package dev.purser.calibration.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Sizes by hand calculation. */
class SizesTest {
    /** 784*512+512 = 401,920; 512*256+256 = 131,328; 256*10+10 = 2,570. */
    @Test
    void mlp() {
        long flops = 2L * (784 * 512 + 512 * 256 + 256 * 10) + 512 + 256 + 10;
        long parameters = 401_920 + 131_328 + 2_570;
        assertSize(new Mlp(), parameters, parameters, flops, 4 * (784 + 512 + 256 + 10));
    }

    /** 10*64+64 = 704; 64*64+64 = 4,160; 64+1 = 65. */
    @Test
    void purchase() {
        long parameters = 704 + 4_160 + 65;
        assertSize(new Purchase(), parameters, parameters, 2 * (640 + 4_096 + 64) + 129, 4 * (10 + 64 + 64 + 1));
    }

    /** 32 filters of 9 weights on 26 x 26 windows; 32 x 13 x 13 = 5,408 pooled; then 64 and 10. */
    @Test
    void cnn() {
        long parameters = 32 * 10 + 5408 * 64 + 64 + 64 * 10 + 10;
        long flops = 32L * 26 * 26 * (2 * 9 + 1) + 2 * 5408 * 64 + 64 + 2 * 64 * 10 + 10;
        assertSize(new Cnn("cnn", 0), parameters, parameters, flops, 4 * (784 + 32 * 26 * 26 + 5408 + 64 + 10));
        assertSize(
                new Cnn("cnn-dropout", 0.5), parameters, parameters, flops, 4 * (784 + 32 * 26 * 26 + 5408 + 64 + 10));
    }

    /** Two vectors of 64 numbers: 64 products and sums; two indices and the score besides. */
    @Test
    void als() {
        assertSize(new Als(), 20_000 * 64, 0, 128, 4 * (2 + 128 + 1));
    }

    /** An index, a count, a score. */
    @Test
    void popularity() {
        assertSize(new Popularity(), 10_000, 0, 0, 12);
    }

    /** 512 + 32 + 64 = 608 numbers a product; three weights and a bias. */
    @Test
    void content() {
        assertSize(new Content(), 608 * 10_000 + 4, 4, 2 * 608 + 6 + 1, 4 * (2 + 2 * 608 + 3 + 1));
    }

    private static void assertSize(ModelKind kind, long parameters, long dense, long flops, long bytes) {
        try (Model model = kind.create(1)) {
            assertEquals(new ModelSize(parameters, 4 * parameters, flops, bytes, 4 * dense), model.size());
        }
    }
}
