package dev.purser.calibration.benchmark;

import dev.purser.simulator.hardware.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What a calibration has come to so far. */
final class Results {
    private final List<Measured> measured = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    void add(Measured one) {
        measured.add(one);
    }

    /** Notes what could not be timed in {@code precision}. */
    void add(Gap gap, Precision precision) {
        (gap.isLeftOut(precision) ? leftOut : failures).add(gap.why());
    }

    /** Notes why there can be no profile yet. */
    void fail(String why) {
        failures.add(why);
    }

    /**
     * All that was measured.
     *
     * @param warnings hears what was left out
     * @throws CalibrationFailure if something failed that may not be left out, or if nothing else is there
     */
    List<Measured> complete(Consumer<String> warnings) {
        if (measured.isEmpty() && failures.isEmpty()) {
            throw failure(
                    leftOut,
                    "no law could be measured, and no profile was written; name others of --precisions, " + "such as "
                            + Formats.USUAL + ", or of --models");
        }
        leftOut.forEach(why -> warnings.accept("left out: " + why));
        if (!failures.isEmpty()) {
            throw failure(
                    failures,
                    "no profile was written; all other times are kept, and the same command goes on from there");
        }
        return measured;
    }

    private static CalibrationFailure failure(List<String> reasons, String end) {
        List<String> lines = new ArrayList<>(reasons);
        if (reasons.stream().anyMatch(reason -> reason.contains(CalibrationFailure.OUT_OF_MEMORY))) {
            lines.add("give its processes more with --memory, or choose a smaller --largest-batch");
        }
        lines.add(end);
        return new CalibrationFailure(String.join(System.lineSeparator(), lines));
    }
}
