package dev.purser.calibration.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MlpTest {
    /** 784*512+512 = 401,920; 512*256+256 = 131,328; 256*10+10 = 2,570. */
    @Test
    void sizesFollowFromTheShape() {
        try (Model mlp = new Mlp().create(1)) {
            long parameters = 401_920 + 131_328 + 2_570;
            long flops = 2L * (784 * 512 + 512 * 256 + 256 * 10) + 512 + 256 + 10;
            long bytes = 4 * (784 + 512 + 256 + 10);
            assertEquals(new ModelSize(parameters, 4 * parameters, flops, bytes), mlp.size());
        }
    }
}
