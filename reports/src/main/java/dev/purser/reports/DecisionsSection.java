package dev.purser.reports;

import static dev.purser.reports.text.Numbers.count;

import dev.purser.reports.document.Block;
import dev.purser.reports.document.Paragraph;
import dev.purser.reports.document.Section;
import dev.purser.reports.document.Table;
import dev.purser.reports.document.Table.Column;
import dev.purser.reports.text.Moments;
import dev.purser.reports.text.Words;
import dev.purser.simulator.experiment.DecisionRow;
import dev.purser.simulator.experiment.RunResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the scalers decided, and by which rule. */
final class DecisionsSection {
    private static final int LARGEST = 10;
    private static final int MOST_RULES = 20;
    private static final Comparator<DecisionRow> LARGEST_FIRST = Comparator.comparingInt(
                    (DecisionRow row) -> Math.abs(row.to() - row.from()))
            .reversed()
            .thenComparingLong(DecisionRow::atNanos);

    private record Tally(long decisions, long added, long removed) {
        static Tally of(DecisionRow row) {
            int change = row.to() - row.from();
            return new Tally(1, Math.max(0, change), Math.max(0, -change));
        }

        Tally plus(Tally other) {
            return new Tally(decisions + other.decisions, added + other.added, removed + other.removed);
        }
    }

    private DecisionsSection() {}

    static Section of(RunFacts facts) {
        Collection<DecisionRow> decisions = facts.result().decisions();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(summary(decisions)));
        if (!decisions.isEmpty()) {
            blocks.add(byRule(decisions));
            blocks.add(largest(facts.result()));
        }
        return new Section("decisions", "Decisions of the scalers", blocks);
    }

    private static String summary(Collection<DecisionRow> decisions) {
        if (decisions.isEmpty()) {
            return "No scaler changed a number of replicas or instances.";
        }
        long up = decisions.stream().filter(row -> row.to() > row.from()).count();
        return Words.counted(decisions.size(), "decision") + " changed a number of replicas or instances: " + count(up)
                + " up, " + count(decisions.size() - up) + " down.";
    }

    private static Table byRule(Collection<DecisionRow> decisions) {
        Map<String, Map<String, Tally>> tallies = new TreeMap<>();
        decisions.forEach(row -> tallies.computeIfAbsent(row.subject(), subject -> new TreeMap<>())
                .merge(row.rule(), Tally.of(row), Tally::plus));
        List<List<String>> rows = new ArrayList<>();
        tallies.forEach((subject, byRule) -> byRule.forEach((rule, tally) -> rows.add(row(subject, rule, tally))));
        boolean cut = rows.size() > MOST_RULES;
        return new Table(
                "Decisions by the rule that bound" + (cut ? ", the first " + MOST_RULES + " of " + rows.size() : ""),
                List.of(
                        Column.text("Subject"),
                        Column.text("Rule"),
                        Column.number("Decisions"),
                        Column.number("Added"),
                        Column.number("Removed")),
                cut ? rows.subList(0, MOST_RULES) : rows);
    }

    private static List<String> row(String subject, String rule, Tally tally) {
        return List.of(subject, rule, count(tally.decisions()), count(tally.added()), count(tally.removed()));
    }

    private static Table largest(RunResult run) {
        return new Table(
                "Largest changes",
                List.of(
                        Column.text("Time"),
                        Column.text("Subject"),
                        Column.number("From"),
                        Column.number("To"),
                        Column.text("Metric"),
                        Column.text("Rule")),
                largest(run.decisions()).stream().map(row -> change(run, row)).toList());
    }

    /** A long run has too many to sort them all. */
    static List<DecisionRow> largest(Collection<DecisionRow> decisions) {
        List<DecisionRow> largest = new ArrayList<>();
        for (DecisionRow row : decisions) {
            largest.add(row);
            if (largest.size() == 2 * LARGEST) {
                largest = firstOf(largest);
            }
        }
        return firstOf(largest);
    }

    private static List<DecisionRow> firstOf(List<DecisionRow> decisions) {
        return new ArrayList<>(
                decisions.stream().sorted(LARGEST_FIRST).limit(LARGEST).toList());
    }

    private static List<String> change(RunResult run, DecisionRow row) {
        return List.of(
                Moments.brief(run.scenario().calendar().at(row.atNanos())),
                row.subject(),
                count(row.from()),
                count(row.to()),
                row.metric(),
                row.rule());
    }
}
