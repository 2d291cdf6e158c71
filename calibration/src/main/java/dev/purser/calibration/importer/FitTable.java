package dev.purser.calibration.importer;

import dev.purser.calibration.fit.LawKind;
import dev.purser.calibration.fit.SpreadKind;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the fits are worth, as a Markdown table: one row per sweep. */
public final class FitTable {
    private static final String HEADER = """
            | model | hardware | precision | backend | batch sizes | law | error | worst | affine | table | padded | spread | error | beside |
            |---|---|---|---|---|---|---|---|---|---|---|---|---|---|
            """;

    private FitTable() {}

    /** The table of {@code sweeps}, in their order. */
    public static String of(List<FittedSweep> sweeps) {
        return HEADER + sweeps.stream().map(FitTable::row).collect(Collectors.joining());
    }

    private static String row(FittedSweep fitted) {
        var key = fitted.sweep().key();
        return "| " + key.model() + " | " + key.hardware() + " | " + key.precision() + " | " + key.backend() + " | "
                + fitted.smallestBatch() + " to " + fitted.largestBatch() + " | "
                + fitted.law().kind().label() + " | "
                + percent(fitted.law().meanError()) + " | "
                + percent(fitted.law().worstError()) + " | "
                + kind(fitted, LawKind.AFFINE) + " | " + kind(fitted, LawKind.TABLE) + " | "
                + kind(fitted, LawKind.PADDED_STEPS) + " | "
                + fitted.spread().kind().map(SpreadKind::label).orElse("none") + " | "
                + percent(fitted.spread().meanError()) + " | "
                + beside(fitted) + " |\n";
    }

    /** Share of the time beside the device, of the smallest and of the largest batch. */
    private static String beside(FittedSweep fitted) {
        var law = fitted.serviceTime();
        return law.hostTime().isEmpty()
                ? "-"
                : String.format(
                        Locale.ROOT,
                        "%.0f to %.0f %%",
                        100 * law.hostShare(fitted.smallestBatch()),
                        100 * law.hostShare(fitted.largestBatch()));
    }

    private static String kind(FittedSweep fitted, LawKind kind) {
        return percent(fitted.law().meanErrors().getOrDefault(kind, Double.NaN));
    }

    private static String percent(double error) {
        return Double.isNaN(error) ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * error);
    }
}
