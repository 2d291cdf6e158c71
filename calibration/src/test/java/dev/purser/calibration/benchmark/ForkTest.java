package dev.purser.calibration.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ForkTest {
    @Test
    void sharesTheYoungGenerationAndTheInliningOfTheLauncher() {
        List<String> options =
                List.of("-XX:+UseSerialGC", "-Xmn192m", "-XX:InlineSmallCode=1500", "-Xshare:auto", "-Xmx1g");
        assertEquals(List.of("-Xmn192m", "-XX:InlineSmallCode=1500"), Fork.asHere(options, 512));
        assertEquals(List.of("-XX:InlineSmallCode=1500"), Fork.asHere(options, 511));
        assertEquals(List.of(), Fork.asHere(List.of("-Xmx1g"), 3000));
    }
}
