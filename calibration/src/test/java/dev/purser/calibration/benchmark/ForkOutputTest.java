package dev.purser.calibration.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ForkOutputTest {
    private final ForkOutput output = new ForkOutput(iteration -> {});

    @Test
    void namesTheExitCodeOfAKilledProcess() {
        output.println("<forked VM failed with exit code 137>");
        assertEquals(
                "its process ended with exit code 137 (killed; where nobody did it, memory was short)",
                output.reason());
    }

    @Test
    void namesTheInnermostException() {
        output.write("java.lang.IllegalStateException: outer\n\tat x.Y.z(Y.java:1)\n".getBytes(StandardCharsets.UTF_8));
        output.print("Caused by: java.io.IOException: No space left on device");
        assertEquals("IOException: No space left on device", output.reason());
    }

    @Test
    void saysWhyAProcessDidNotStart() {
        output.println("<forked VM failed with exit code 1>");
        assertEquals("its process ended with exit code 1", output.reason());
        output.println("Invalid maximum heap size: -Xmx235929600m");
        output.println("The specified size exceeds the maximum representable size.");
        assertEquals("its process ended with exit code 1 (Invalid maximum heap size: -Xmx235929600m)", output.reason());
    }

    @Test
    void ownWordsStandAlone() {
        output.println("dev.purser.calibration.benchmark.CalibrationFailure: /data/x.csv: No space left on device");
        assertEquals("/data/x.csv: No space left on device", output.reason());
    }

    @Test
    void keepsTheLastLinesOnly() {
        output.println("a.b.FirstException: long ago");
        for (int i = 0; i < 300; i++) {
            output.println("# Run progress");
        }
        assertEquals("its process ended without a word", output.reason());
    }
}
