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

    /** A training does not slow the pace of what is measured after it. */
    @Test
    void saysHowFarATrainingIs() {
        try (BarProgress progress =
                new BarProgress(100, new DelegatingProgressBarConsumer(line -> {}, 80), () -> now)) {
            progress.working("mlp");
            progress.training("mlp", 0, 10);
            assertEquals("  0 %  mlp  training, 0 of 10 passes, then 2 min left", progress.text(53));
            now = 60 * Nanos.SECOND;
            progress.training("mlp", 4, 10);
            assertEquals("  0 %  mlp  training, 4 of 10 passes, 90 s left, then 2 min left", progress.text(64));
            progress.working("mlp");
            assertEquals("  0 %  mlp  2 min left", progress.text(22));
            now = 85 * Nanos.SECOND;
            progress.done(50);
            assertEquals(" 50 %  mlp  25 s left", progress.text(21));
        }
    }
}
