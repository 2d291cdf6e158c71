package dev.purser.scenarios.cli;

import dev.purser.scenarios.surface.SurfaceFolder;
import dev.purser.simulator.experiment.SurfaceUse;
import dev.purser.simulator.units.Plural;
import java.util.Locale;
import java.util.Optional;

/** What {@code purser run} says of the response surface. */
final class SurfaceText {
    private static final double MILLION = 1e6;

    private SurfaceText() {}

    /**
     * The text, in one line.
     *
     * @param stored what kept states were good for; empty if none are kept
     */
    static String of(SurfaceUse use, Optional<SurfaceFolder.Counts> stored) {
        String states = Plural.of(use.states(), "state") + " of the response surface";
        return states
                + stored.map(counts -> counts.found() == 0 ? ", none of them kept by earlier runs" : spared(counts))
                        .orElse("");
    }

    private static String spared(SurfaceFolder.Counts counts) {
        return "; " + counts.found() + " kept by earlier runs saved " + about(counts.requests())
                + " requests of micro-simulation";
    }

    private static String about(long requests) {
        return requests < MILLION
                ? String.format(Locale.ROOT, "%,d", requests)
                : String.format(Locale.ROOT, "about %,.0f million", requests / MILLION);
    }
}
