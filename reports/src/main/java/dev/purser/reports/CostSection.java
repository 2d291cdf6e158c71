package dev.purser.reports;

import static dev.purser.reports.text.Numbers.amount;

import dev.purser.reports.charts.Charts;
import dev.purser.reports.charts.CostCurve;
import dev.purser.reports.charts.TimeBuckets;
import dev.purser.reports.document.Block;
import dev.purser.reports.document.ChartFigure;
import dev.purser.reports.document.Paragraph;
import dev.purser.reports.document.Section;
import dev.purser.reports.document.Table;
import dev.purser.reports.document.Table.Column;
import dev.purser.reports.text.Moments;
import dev.purser.reports.text.Numbers;
import dev.purser.reports.text.Words;
import dev.purser.simulator.cost.Charge;
import dev.purser.simulator.cost.CostClass;
import dev.purser.simulator.cost.Obligation;
import dev.purser.simulator.experiment.RunResult;
import dev.purser.simulator.units.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Cost by class and calendar month. */
final class CostSection {
    private CostSection() {}

    static Section of(RunFacts facts) {
        TimeBuckets months = TimeBuckets.months(facts.result().scenario());
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(meaning(facts)));
        blocks.add(months.size() == 1 ? byClass(facts) : byMonth(facts.result(), months));
        blocks.add(new ChartFigure(Charts.COST_BY_MONTH.create().draw(facts.result())));
        if (!facts.result().ledger().obligations().isEmpty()) {
            blocks.add(obligations(facts));
        }
        return new Section("cost", "Cost by class and month", blocks);
    }

    private static String meaning(RunFacts facts) {
        Money billed = facts.result().ledger().billed();
        String text = "The effective cost of " + Moments.the(facts.horizonNanos()) + " simulated is "
                + Numbers.money(facts.total()) + ". ";
        return billed.equals(facts.total())
                ? text + "The cash paid in this time is the same: nothing was paid ahead."
                : text + "Effective cost spreads payments over the time they serve; the cash paid in this time is "
                        + Numbers.money(billed) + ".";
    }

    private static Table byClass(RunFacts facts) {
        String currency = facts.currency().getCurrencyCode();
        Map<CostClass, Money> totals = facts.result().ledger().totalBy(Charge::costClass);
        return new Table(
                "Effective cost by class, " + span(facts),
                List.of(
                        Column.text("Class"),
                        Column.number("Cost of the run (" + currency + ")"),
                        Column.number("At this rate (" + currency + " a month)"),
                        Column.number("Share (%)")),
                totals.entrySet().stream()
                        .map(entry -> row(facts, Words.title(entry.getKey()), entry.getValue()))
                        .toList(),
                Optional.of(row(facts, "Total", facts.total())));
    }

    private static String span(RunFacts facts) {
        return Moments.month(facts.result().scenario().calendar().start());
    }

    private static List<String> row(RunFacts facts, String name, Money cost) {
        return List.of(
                name,
                amount(cost.amount(), facts.total().amount()),
                amount(
                        facts.monthly(cost).amount(),
                        facts.monthly(facts.total()).amount()),
                Numbers.share(RunFacts.share(cost, facts.total())));
    }

    private static Table byMonth(RunResult run, TimeBuckets months) {
        CostCurve costs = new CostCurve(run, months);
        List<CostClass> classes =
                List.copyOf(run.ledger().totalBy(Charge::costClass).keySet());
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text("Month"));
        classes.forEach(costClass -> columns.add(Column.number(Words.title(costClass))));
        columns.add(Column.number("Total"));
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < months.size(); i++) {
            rows.add(month(run, months, costs, classes, i));
        }
        String caption =
                "Effective cost by calendar month and class (" + run.ledger().currency() + ")";
        return new Table(caption, columns, rows, Optional.of(total(run, classes)));
    }

    private static List<String> month(
            RunResult run, TimeBuckets months, CostCurve costs, List<CostClass> classes, int index) {
        BigDecimal total = run.ledger().total().amount();
        List<String> cells = new ArrayList<>();
        cells.add(Moments.month(run.scenario().calendar().at(months.edgesNanos()[index])));
        classes.forEach(costClass -> cells.add(amount(BigDecimal.valueOf(costs.of(costClass)[index]), total)));
        cells.add(amount(BigDecimal.valueOf(costs.total()[index]), total));
        return cells;
    }

    private static List<String> total(RunResult run, List<CostClass> classes) {
        Map<CostClass, Money> totals = run.ledger().totalBy(Charge::costClass);
        BigDecimal total = run.ledger().total().amount();
        List<String> cells = new ArrayList<>();
        cells.add("Total");
        classes.forEach(costClass -> cells.add(amount(totals.get(costClass).amount(), total)));
        cells.add(amount(total, total));
        return cells;
    }

    private static Table obligations(RunFacts facts) {
        String unit = " (" + facts.currency() + ")";
        return new Table(
                "Paid, and left for the time beyond the run",
                List.of(
                        Column.text("What"),
                        Column.text("Pool"),
                        Column.text("Kind"),
                        Column.number("At its start" + unit),
                        Column.number("At its end" + unit)),
                facts.result().ledger().obligations().stream()
                        .map(CostSection::obligation)
                        .toList());
    }

    private static List<String> obligation(Obligation obligation) {
        BigDecimal largest =
                obligation.atStart().amount().max(obligation.atEnd().amount());
        return List.of(
                obligation.name(),
                obligation.pool().isEmpty() ? "none" : obligation.pool(),
                Words.title(obligation.kind()).toLowerCase(Locale.ROOT),
                amount(obligation.atStart().amount(), largest),
                amount(obligation.atEnd().amount(), largest));
    }
}
