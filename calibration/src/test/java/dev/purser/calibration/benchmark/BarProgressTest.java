package dev.purser.calibration.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.simulator.units.Nanos;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import org.junit.jupiter.api.Test;

class BarProgressTest {
    private long now;

    @Test
    void saysHowFarItIsAndHowLongItTakes() {
        try (BarProgress progress =
                new BarProgress(100, new DelegatingProgressBarConsumer(line -> {}, 80), () -> now)) {
            progress.working("mlp");
            now = 5 * Nanos.SECOND;
            assertEquals("  0 %  mlp  95 s left   ", progress.text(24), "at the expected pace");
            progress.done(25);
            now = 50 * Nanos.SECOND;
            assertEquals(" 25 %  mlp  3 min left  ", progress.text(24), "at half of it");
            progress.done(80);
            assertEquals("100 %  mlp", progress.text(10));
        }
    }
}
