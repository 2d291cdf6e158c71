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
     * The text, in one line. Where states are kept it counts those of the runs without single events and of replicates too.
     *
     * @param stored what kept states were good for; empty if none are kept
     */
    static String of(SurfaceUse use, Optional<SurfaceFolder.Counts> stored) {
        long all = stored.map(counts -> counts.found() + counts.made())
                .filter(count -> count > 0)
                .orElse(use.states());
        return Plural.of(all, "state") + " of the response surface"
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
