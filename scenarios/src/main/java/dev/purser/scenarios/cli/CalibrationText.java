package dev.purser.scenarios.cli;

import dev.purser.simulator.experiment.CalibrationSpread;
import dev.purser.simulator.experiment.Interval;
import dev.purser.simulator.experiment.Quantity;
import dev.purser.simulator.experiment.Quantity.Kind;
import dev.purser.simulator.units.Plural;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What {@code purser run} says of the replicates of the calibration. */
final class CalibrationText {
    private static final Set<Kind> SHOWN =
            EnumSet.of(Kind.EFFECTIVE_COST, Kind.COST_PER_THOUSAND, Kind.P95, Kind.P99, Kind.REPLICA_HOURS);

    private static final MathContext FOUR_DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);

    private CalibrationText() {}

    /** Adds a line for each figure that is shown. */
    static void add(TextTable lines, CalibrationSpread spread, Currency currency) {
        lines.add(List.of("calibration", head(spread)));
        spread.central().forEach((quantity, central) -> {
            if (SHOWN.contains(quantity.kind())) {
                lines.add(List.of("", line(quantity, central, spread.interval(quantity), currency)));
            }
        });
        if (!spread.laws().notCovered().isEmpty()) {
            lines.add(List.of(
                    "", "not covered: " + ReplicateOption.names(spread.laws().notCovered())));
        }
    }

    private static String head(CalibrationSpread spread) {
        return String.format(
                Locale.ROOT,
                "%.0f %% intervals of %s with redrawn laws",
                Math.floor(100 * spread.level()),
                Plural.of(spread.count(), "run"));
    }

    private static String line(Quantity quantity, double central, Interval interval, Currency currency) {
        Kind kind = quantity.kind();
        return quantity.label() + " " + number(central, kind) + unit(kind, currency) + " ("
                + number(interval.low(), kind) + " to " + number(interval.high(), kind) + ")";
    }

    private static String unit(Kind kind, Currency currency) {
        if (kind.money()) {
            return " " + currency;
        }
        return kind.latency() ? " ms" : "";
    }

    private static String number(double value, Kind kind) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "-" : "missed";
        }
        if (kind == Kind.COST_PER_THOUSAND) {
            return new BigDecimal(value).round(FOUR_DIGITS).toPlainString();
        }
        return String.format(Locale.ROOT, kind.money() ? "%,.2f" : "%,.1f", kind.latency() ? value / 1e6 : value);
    }
}
