package dev.purser.calibration.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.scenarios.cli.Terminal;
import dev.purser.simulator.units.Nanos;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BarProgressTest {
    private long now;

    @Test
    void saysHowFarItIsAndHowLongItTakes() {
        PrintStream stream = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        try (BarProgress progress = new BarProgress(100, new Terminal(stream, 80), () -> now)) {
            progress.working("mlp");
            now = 5 * Nanos.SECOND;
            assertEquals("  0 %  mlp  95 s left   ", progress.text(24));
            progress.done(25);
            now = 50 * Nanos.SECOND;
            assertEquals(" 25 %  mlp  3 min left  ", progress.text(24), "at half the expected pace");
            progress.done(80);
            assertEquals("100 %  mlp", progress.text(10));
        }
    }
}
