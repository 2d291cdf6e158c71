package dev.purser.calibration.benchmark;

import dev.purser.calibration.fit.Rounds;
import dev.purser.simulator.units.Nanos;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** What was measured and what the fits are worth, as a Markdown table: one row per model. */
public final class MeasuredTable {
    private static final String HEADER = """
            | model | precision | parameters | batch sizes | smallest, us | largest, us | law | error | worst | spread | distance | p99 error | all callers | load, ms | first answer, ms | noise |
            |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
            """;

    private MeasuredTable() {}

    /** The table of {@code entries}, in their order. */
    public static String of(List<MeasuredEntry> entries) {
        return HEADER + entries.stream().map(MeasuredTable::row).collect(Collectors.joining());
    }

    private static String row(MeasuredEntry entry) {
        SortedMap<Integer, Rounds> alone = entry.measured().scores(1);
        List<Double> shared = entry.sharedSpeed();
        return "| "
                + String.join(
                        " | ",
                        entry.measured().model(),
                        entry.measured().precision().name(),
                        String.valueOf(entry.measured().size().parameters()),
                        alone.firstKey() + " to " + alone.lastKey(),
                        micros(alone.get(alone.firstKey()).meanNanos()),
                        micros(alone.get(alone.lastKey()).meanNanos()),
                        entry.law().kind().label(),
                        percent(entry.law().meanError()),
                        percent(entry.law().worstError()),
                        entry.spread().label(),
                        decimal(entry.spread().fit().distance()),
                        percent(entry.spread().fit().tailError()),
                        decimal(shared.get(shared.size() - 1)) + " with " + shared.size(),
                        entry.measured()
                                .meanStart()
                                .map(start -> millis(start.loadNanos()))
                                .orElse("-"),
                        entry.measured()
                                .meanStart()
                                .map(start -> millis(start.answerNanos()))
                                .orElse("-"),
                        percent(entry.noise()))
                + " |\n";
    }

    private static String micros(double nanos) {
        return String.format(Locale.ROOT, "%.0f", nanos / Nanos.MICROSECOND);
    }

    private static String millis(double nanos) {
        return String.format(Locale.ROOT, "%.0f", nanos / Nanos.MILLISECOND);
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String percent(double error) {
        return Double.isNaN(error) ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * error);
    }
}
