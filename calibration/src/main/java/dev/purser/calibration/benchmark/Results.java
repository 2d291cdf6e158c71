package dev.purser.calibration.benchmark;

import dev.purser.simulator.hardware.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What a calibration has come to so far. */
final class Results {
    private final Consumer<String> warnings;
    private final List<Measured> measured = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private boolean slow;
    private boolean lasting;

    /**
     * Nothing yet.
     *
     * @param warnings hears what is left out, at once: the calibration may end in another way than it should
     */
    Results(Consumer<String> warnings) {
        this.warnings = warnings;
    }

    void add(Measured one) {
        measured.add(one);
    }

    /** Notes what of a model could not be timed in {@code precision}: it is left out if all of that may be. */
    void add(List<Gap> gaps, Precision precision) {
        boolean leftOut = gaps.stream().allMatch(gap -> gap.isLeftOut(precision));
        for (Gap gap : gaps) {
            slow |= leftOut && gap.cause() == Gap.Cause.SLOW;
            lasting |= !leftOut && gap.cause() == Gap.Cause.MODEL;
            if (leftOut) {
                warnings.accept("left out: " + gap.why());
            } else {
                failures.add(gap.why());
            }
        }
    }

    /** Notes why there can be no profile yet. */
    void fail(String why) {
        failures.add(why);
    }

    /**
     * All that was measured.
     *
     * @throws CalibrationFailure if something failed that may not be left out, or if nothing else is there
     */
    List<Measured> complete() {
        if (!failures.isEmpty()) {
            throw failed();
        }
        if (measured.isEmpty()) {
            throw new CalibrationFailure(
                    "no law could be measured, and no profile was written; name others of --precisions, such as "
                            + Formats.USUAL + ", or of --models" + (slow ? ", or run the same command again" : ""));
        }
        return measured;
    }

    private CalibrationFailure failed() {
        List<String> lines = new ArrayList<>(failures);
        if (failures.stream().anyMatch(reason -> reason.contains(CalibrationFailure.OUT_OF_MEMORY))) {
            lines.add("give its processes more with --memory, or choose a smaller --largest-batch");
        }
        if (lasting) {
            lines.add("a model that fails itself does so again: leave it out of --models");
        }
        lines.add("no profile was written; all other times are kept, and the same command goes on from there");
        return new CalibrationFailure(String.join(System.lineSeparator(), lines));
    }
}
