package dev.purser.scenarios.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.scenarios.surface.SurfaceFolder;
import dev.purser.simulator.experiment.SurfaceUse;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SurfaceTextTest {
    private static final SurfaceUse USE = new SurfaceUse(180, 42_000_000, 5);

    @Test
    void saysWhatKeptStatesSaved() {
        assertEquals(
                "180 states of the response surface; 176 kept by earlier runs saved about 41 million requests of "
                        + "micro-simulation",
                SurfaceText.of(USE, Optional.of(new SurfaceFolder.Counts(176, 41_200_000, 4))));
        assertEquals(
                "180 states of the response surface; 2 kept by earlier runs saved 41,200 requests of micro-simulation",
                SurfaceText.of(USE, Optional.of(new SurfaceFolder.Counts(2, 41_200, 178))));
    }

    @Test
    void aFirstRunFindsNone() {
        assertEquals(
                "180 states of the response surface, none of them kept by earlier runs",
                SurfaceText.of(USE, Optional.of(new SurfaceFolder.Counts(0, 0, 180))));
    }

    @Test
    void withoutAStoreOnlyStatesCount() {
        assertEquals("1 state of the response surface", SurfaceText.of(new SurfaceUse(1, 9, 0), Optional.empty()));
    }

    /** A run without an event may enter states that the run itself does not. */
    @Test
    void statesOfRunsWithoutAnEventCount() {
        assertEquals(
                "190 states of the response surface; 190 kept by earlier runs saved 41,200 requests of micro-simulation",
                SurfaceText.of(USE, Optional.of(new SurfaceFolder.Counts(190, 41_200, 0))));
    }
}
