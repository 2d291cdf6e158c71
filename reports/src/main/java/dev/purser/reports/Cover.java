package dev.purser.reports;

import static dev.purser.reports.text.Numbers.amount;
import static dev.purser.reports.text.Numbers.percent;

import dev.purser.reports.document.Block;
import dev.purser.reports.document.Callout;
import dev.purser.reports.document.Callout.Tone;
import dev.purser.reports.document.KeyFigures;
import dev.purser.reports.document.KeyFigures.KeyFigure;
import dev.purser.reports.text.Moments;
import dev.purser.reports.text.Numbers;
import dev.purser.simulator.cost.UnitCosts;
import dev.purser.simulator.units.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The numbers on the cover and the verdict on every objective. */
final class Cover {
    /** More verdicts than this are summed up. */
    private static final int MOST_VERDICTS = 2;

    /** More bad news than this goes to the section on latency. */
    private static final int MOST_MISSED = 3;

    /** More events than this go to the section on events. */
    private static final int MOST_EVENTS = 2;

    private Cover() {}

    static List<Block> blocks(RunFacts facts) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new KeyFigures(List.of(
                monthly(facts), total(facts), perThousand(facts), requests(facts), failures(facts), idle(facts))));
        blocks.addAll(verdicts(facts.objectives()));
        facts.result().calibration().ifPresent(spread -> blocks.add(CalibrationSection.verdict(facts, spread)));
        facts.result().isolated().stream()
                .limit(MOST_EVENTS)
                .map(event -> EventsSection.verdict(facts, event))
                .forEach(blocks::add);
        return blocks;
    }

    private static KeyFigure monthly(RunFacts facts) {
        return new KeyFigure(
                "Effective cost a month",
                amount(facts.monthly(facts.total()).amount()),
                currency(facts),
                "a month of 30.4 days at this run's mean rate");
    }

    private static KeyFigure total(RunFacts facts) {
        Money billed = facts.result().ledger().billed();
        String note = billed.equals(facts.total()) ? "billed: the same" : "billed: " + Numbers.money(billed);
        String label =
                "Effective cost of the " + Moments.length(facts.horizonNanos()).replaceFirst("^1\u00A0", "");
        return new KeyFigure(label, amount(facts.total().amount()), currency(facts), note);
    }

    private static KeyFigure perThousand(RunFacts facts) {
        Optional<Money> each = UnitCosts.perThousand(facts.total(), facts.answered());
        return new KeyFigure(
                "Cost per 1,000 answered requests",
                each.map(money -> amount(money.amount())).orElse("-"),
                each.isPresent() ? currency(facts) : "",
                each.isPresent() ? "all classes of cost included" : "no request was answered");
    }

    private static KeyFigure requests(RunFacts facts) {
        double perSecond = facts.offered() / (facts.horizonNanos() / 1e9);
        return new KeyFigure(
                "User requests",
                Numbers.large(facts.offered()),
                "",
                "mean " + Numbers.significant(perSecond, 3) + " per second");
    }

    private static KeyFigure failures(RunFacts facts) {
        return new KeyFigure(
                "Requests without an answer",
                percent(facts.failedShare()),
                "",
                Numbers.count(facts.failed()) + " rejected or timed out");
    }

    private static KeyFigure idle(RunFacts facts) {
        double share = RunFacts.share(facts.idle(), facts.hardware());
        return new KeyFigure(
                "Hardware without a replica",
                percent(share),
                "",
                Numbers.money(facts.idle()) + " of " + Numbers.money(facts.hardware()) + "; replicas computed "
                        + percent(facts.utilisation()) + " of the time");
    }

    private static String currency(RunFacts facts) {
        return facts.currency().getCurrencyCode();
    }

    private static List<Callout> verdicts(List<ObjectiveCheck> checks) {
        if (checks.size() <= MOST_VERDICTS) {
            return checks.stream().map(Cover::verdict).toList();
        }
        List<ObjectiveCheck> missed =
                checks.stream().filter(check -> !check.kept()).toList();
        List<Callout> verdicts = new ArrayList<>(
                missed.stream().limit(MOST_MISSED).map(Cover::verdict).toList());
        Tone tone = missed.isEmpty() ? Tone.GOOD : Tone.NEUTRAL;
        verdicts.add(
                new Callout(tone, "Objectives met:", (checks.size() - missed.size()) + " of " + checks.size() + "."));
        return verdicts;
    }

    private static Callout verdict(ObjectiveCheck check) {
        Tone tone = !check.judged() ? Tone.NEUTRAL : check.kept() ? Tone.GOOD : Tone.WARNING;
        String label = !check.judged() ? "Not tried:" : check.kept() ? "Objective met:" : "Objective missed:";
        return new Callout(tone, label, check.clause() + ".");
    }
}
