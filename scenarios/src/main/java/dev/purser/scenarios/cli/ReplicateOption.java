package dev.purser.scenarios.cli;

import dev.purser.scenarios.InputException;
import dev.purser.simulator.experiment.LawReplicates;
import dev.purser.simulator.hardware.ProfileEntry;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** How often a run is repeated with redrawn laws. */
final class ReplicateOption {
    static final String NAME = "--calibration-replicates";

    private static final int FEWEST = 2;

    @Option(
            names = NAME,
            paramLabel = "NUMBER",
            defaultValue = "0",
            description =
                    "Run as often again, each time with another redraw of the laws that were measured and all else "
                            + "the same, and print 90 %% intervals of cost, latency and replica-hours. A profile made by "
                            + "calibrate carries 20 redraws; fewer than 19 support a lower level. Default: "
                            + "${DEFAULT-VALUE}.")
    private int count;

    /**
     * How often.
     *
     * @throws InputException if {@code laws} do not carry so many redraws
     */
    int count(LawReplicates laws) {
        if (count == 0) {
            return 0;
        }
        if (laws.available() < FEWEST) {
            throw new InputException(NAME + ": got " + count + ", must be left out: no law in use carries redraws ("
                    + names(laws.notCovered()) + "); profiles made by ./purser calibrate do");
        }
        if (count < FEWEST || count > laws.available()) {
            throw new InputException(NAME + ": got " + count + ", must be 0 or from " + FEWEST + " to "
                    + laws.available() + ", the redraws that the laws in use carry");
        }
        return count;
    }

    /** Laws by what they are of, and where they come from. */
    static String names(List<ProfileEntry> entries) {
        return entries.stream().map(ReplicateOption::name).distinct().collect(Collectors.joining(", "));
    }

    /** What to say of redraws that were not used, if there are any. */
    static Optional<String> unused(LawReplicates laws) {
        int redraws = laws.available();
        return redraws < FEWEST
                ? Optional.empty()
                : Optional.of(redraws + " redraws of the measured laws were not used; " + NAME + " " + redraws
                        + " gives intervals");
    }

    private static String name(ProfileEntry entry) {
        return entry.label() + ", " + entry.origin().name().toLowerCase(Locale.ROOT);
    }
}
