package dev.purser.scenarios.cli;

import dev.purser.simulator.experiment.fidelity.FidelityResult;
import dev.purser.simulator.experiment.fidelity.FidelityRow;
import dev.purser.simulator.experiment.fidelity.Measure;
import dev.purser.simulator.experiment.fidelity.Verdict;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** The cells of a row of {@code purser fidelity}, for people. */
final class FidelityCells {
    static final String[] HEADER = {
        "window", "measure", "request level", "interval level", "difference", "bound", "verdict"
    };

    private static final double NANOS_PER_MILLI = 1e6;

    private FidelityCells() {}

    static List<String> of(FidelityRow row, Currency currency) {
        return List.of(
                row.window(),
                (row.measure().subject() + " " + row.measure().kind().label()).strip(),
                value(row.request(), row.measure().kind(), currency),
                value(row.interval(), row.measure().kind(), currency),
                difference(row),
                bound(row.measure().kind()),
                verdict(row));
    }

    /** How many rows came to which verdict. */
    static String counts(FidelityResult result) {
        long bounded = result.rows().size() - result.count(Verdict.UNBOUNDED);
        return result.count(Verdict.WITHIN) + " of " + bounded + " rows within their bounds, "
                + result.count(Verdict.NOT_SHOWN) + " not shown, " + result.count(Verdict.MISSED) + " missed";
    }

    private static String value(double value, Measure.Kind kind, Currency currency) {
        if (Double.isNaN(value)) {
            return "-";
        }
        if (Double.isInfinite(value)) {
            return "unanswered";
        }
        if (kind.latency()) {
            return String.format(Locale.ROOT, "%.3f ms", value / NANOS_PER_MILLI);
        }
        return switch (kind) {
            case COST -> String.format(Locale.ROOT, "%.4f %s", value, currency);
            case REPLICAS -> String.format(Locale.ROOT, "%.3f", value);
            default -> String.format(Locale.ROOT, "%.4f %%", 100 * value);
        };
    }

    private static String difference(FidelityRow row) {
        if (!Double.isFinite(row.difference())) {
            return "-";
        }
        String unit = row.measure().kind().relative() ? "%" : "points";
        return String.format(Locale.ROOT, "%+.3f +- %.3f %s", 100 * row.difference(), 100 * row.halfWidth(), unit);
    }

    private static String bound(Measure.Kind kind) {
        String unit = kind.relative() ? "%" : "points";
        return kind.bound().isEmpty()
                ? "-"
                : String.format(Locale.ROOT, "%.1f %s", 100 * kind.bound().getAsDouble(), unit);
    }

    private static String verdict(FidelityRow row) {
        return row.disagreeing() == 0
                ? row.verdict().label()
                : row.verdict().label() + " (answered by one level only under " + row.disagreeing() + " seeds)";
    }
}
