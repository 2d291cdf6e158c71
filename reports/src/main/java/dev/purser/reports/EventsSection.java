package dev.purser.reports;

import static dev.purser.reports.text.Numbers.amount;

import dev.purser.reports.document.Block;
import dev.purser.reports.document.Callout;
import dev.purser.reports.document.Callout.Tone;
import dev.purser.reports.document.Paragraph;
import dev.purser.reports.document.Section;
import dev.purser.reports.document.Table;
import dev.purser.reports.document.Table.Column;
import dev.purser.reports.text.Numbers;
import dev.purser.simulator.experiment.IsolatedCost;
import java.util.ArrayList;
import java.util.List;

/** What single events cost: the run less the same run without them. */
final class EventsSection {
    private EventsSection() {}

    static Section of(RunFacts facts) {
        List<Block> blocks = new ArrayList<>();
        facts.result().isolated().forEach(event -> blocks.add(verdict(facts, event)));
        blocks.add(new Paragraph("Each event was taken out and the scenario run again with the same seed, so that all"
                + " other chances fell the same way; the difference is what the event cost."));
        blocks.add(table(facts));
        return new Section("events", "What single events cost", blocks);
    }

    /** What one event cost, in a sentence. */
    static Callout verdict(RunFacts facts, IsolatedCost event) {
        String share = Numbers.percent(RunFacts.share(event.cost(), facts.total()));
        return new Callout(
                Tone.NEUTRAL,
                "Cost of " + event.event() + ":",
                Numbers.money(event.cost()) + ", or " + share + " of the run's effective cost.");
    }

    private static Table table(RunFacts facts) {
        String unit = " (" + facts.currency() + ")";
        return new Table(
                "Effective cost with and without each event",
                List.of(
                        Column.text("Event"),
                        Column.number("With it" + unit),
                        Column.number("Without it" + unit),
                        Column.number("Its cost" + unit)),
                facts.result().isolated().stream().map(EventsSection::row).toList());
    }

    private static List<String> row(IsolatedCost event) {
        return List.of(
                event.event(),
                amount(event.with().amount(), event.cost().amount()),
                amount(event.without().amount(), event.cost().amount()),
                amount(event.cost().amount(), event.cost().amount()));
    }
}
