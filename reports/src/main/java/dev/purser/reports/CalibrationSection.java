package dev.purser.reports;

import dev.purser.reports.charts.Figure;
import dev.purser.reports.charts.RelativeIntervals;
import dev.purser.reports.document.Block;
import dev.purser.reports.document.Callout;
import dev.purser.reports.document.Callout.Tone;
import dev.purser.reports.document.ChartFigure;
import dev.purser.reports.document.Paragraph;
import dev.purser.reports.document.Section;
import dev.purser.reports.document.Table;
import dev.purser.reports.document.Table.Column;
import dev.purser.reports.text.Numbers;
import dev.purser.reports.text.Words;
import dev.purser.simulator.experiment.CalibrationSpread;
import dev.purser.simulator.experiment.Interval;
import dev.purser.simulator.experiment.Quantity;
import dev.purser.simulator.experiment.Quantity.Kind;
import dev.purser.simulator.hardware.ProfileEntry;
import dev.purser.simulator.units.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;

/** How far the figures move with what the calibration does not know. */
final class CalibrationSection {
    private static final Set<Kind> DRAWN =
            EnumSet.of(Kind.EFFECTIVE_COST, Kind.COST_PER_THOUSAND, Kind.P95, Kind.P99, Kind.REPLICA_HOURS);

    private static final int MOST_DRAWN = 14;

    private CalibrationSection() {}

    static Section of(RunFacts facts, CalibrationSpread spread) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(made(spread)));
        List<Quantity> drawn = drawn(spread);
        if (!drawn.isEmpty()) {
            blocks.add(new ChartFigure(figure(drawn, spread)));
        }
        blocks.add(table(facts, spread));
        blocks.add(new Paragraph(covered(spread)));
        return new Section("calibration", "What the calibration leaves open", blocks);
    }

    private static Figure figure(List<Quantity> drawn, CalibrationSpread spread) {
        return RelativeIntervals.of(
                name(spread),
                "one replicate",
                caption(drawn.size()),
                drawn.stream()
                        .limit(MOST_DRAWN)
                        .map(quantity -> row(quantity, spread))
                        .toList());
    }

    /** What the month costs, for the cover. */
    static Callout verdict(RunFacts facts, CalibrationSpread spread) {
        Interval cost = spread.interval(new Quantity(Kind.EFFECTIVE_COST, ""));
        String text = cost.low() == cost.high()
                ? "redrawing the measured service times leaves the cost as it is (" + spread.count() + " replicates)."
                : monthly(facts, cost.low()) + " to " + monthly(facts, cost.high()) + " a month, the " + name(spread)
                        + " of " + spread.count() + " replicates with redrawn service times.";
        return new Callout(Tone.NEUTRAL, "Uncertainty of the calibration:", text);
    }

    private static String monthly(RunFacts facts, double cost) {
        return Numbers.money(facts.monthly(money(facts, cost)));
    }

    private static Money money(RunFacts facts, double amount) {
        return new Money(BigDecimal.valueOf(amount), facts.currency());
    }

    private static String name(CalibrationSpread spread) {
        return String.format(Locale.ROOT, "%.0f", Math.floor(100 * spread.level())) + Numbers.SPACE + "% interval";
    }

    private static String made(CalibrationSpread spread) {
        return "The run was repeated " + spread.count() + " times. Each replicate takes another redraw of the measured"
                + " service times, fitted to mean times drawn anew within what the measurement leaves open; all else is the same, the random"
                + " streams of the traffic included. The intervals lie between the quantiles of the replicates.";
    }

    /** What they cover, and what they do not. */
    private static String covered(CalibrationSpread spread) {
        String rest = "They leave out the scatter of single batches, pauses and the sharing of a device, which are not"
                + " redrawn, another day or another machine, the choice of the law, chance, traffic and prices.";
        List<ProfileEntry> notCovered = spread.laws().notCovered();
        return "The intervals cover how well the measured calls pin down the mean time of a batch, for "
                + names(spread.laws().covered()) + ". " + rest
                + (notCovered.isEmpty()
                        ? ""
                        : " The service times of " + names(notCovered)
                                + " carry no redraws and are the same in every replicate.");
    }

    private static String names(List<ProfileEntry> entries) {
        return Words.joined(entries.stream().map(ProfileEntry::label).distinct().toList());
    }

    private static List<Quantity> drawn(CalibrationSpread spread) {
        return spread.central().entrySet().stream()
                .filter(entry -> DRAWN.contains(entry.getKey().kind()))
                .filter(entry -> entry.getValue() > 0 && Double.isFinite(entry.getValue()))
                .map(Map.Entry::getKey)
                .filter(quantity -> DoubleStream.of(spread.values(quantity)).allMatch(Double::isFinite))
                .toList();
    }

    private static String caption(int drawn) {
        return "Each figure relative to the run itself, which has the laws as fitted."
                + (drawn > MOST_DRAWN ? " The first " + MOST_DRAWN + " of " + drawn + " are drawn." : "");
    }

    private static RelativeIntervals.Row row(Quantity quantity, CalibrationSpread spread) {
        double central = spread.central().get(quantity);
        Interval interval = spread.interval(quantity);
        double[] draws = DoubleStream.of(spread.values(quantity))
                .map(value -> value / central - 1)
                .toArray();
        return new RelativeIntervals.Row(
                quantity.label(), interval.low() / central - 1, interval.high() / central - 1, draws);
    }

    private static Table table(RunFacts facts, CalibrationSpread spread) {
        return new Table(
                "Figures with their " + name(spread),
                List.of(
                        Column.text("Figure"),
                        Column.text("Unit"),
                        Column.number("The run"),
                        Column.number("From"),
                        Column.number("To")),
                spread.central().entrySet().stream()
                        .map(entry -> cells(facts, entry.getKey(), entry.getValue(), spread.interval(entry.getKey())))
                        .toList());
    }

    private static List<String> cells(RunFacts facts, Quantity quantity, double central, Interval interval) {
        return List.of(
                quantity.label(),
                unit(facts, quantity.kind()),
                number(central, quantity.kind()),
                number(interval.low(), quantity.kind()),
                number(interval.high(), quantity.kind()));
    }

    private static String unit(RunFacts facts, Kind kind) {
        if (kind.money()) {
            return facts.currency().getCurrencyCode();
        }
        if (kind.latency()) {
            return "ms";
        }
        return kind == Kind.FAILED_SHARE ? "%" : "h";
    }

    private static String number(double value, Kind kind) {
        if (Double.isInfinite(value)) {
            return "missed";
        }
        if (kind == Kind.FAILED_SHARE) {
            return Numbers.percentNumber(value);
        }
        return Numbers.significant(kind.latency() ? value / 1e6 : value, 4);
    }
}
