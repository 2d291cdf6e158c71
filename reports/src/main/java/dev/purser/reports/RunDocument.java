package dev.purser.reports;

import dev.purser.reports.charts.Charts;
import dev.purser.reports.document.Block;
import dev.purser.reports.document.ChartFigure;
import dev.purser.reports.document.Document;
import dev.purser.reports.document.Section;
import dev.purser.reports.text.Moments;
import dev.purser.simulator.experiment.RunResult;
import dev.purser.simulator.experiment.ScenarioSpec;
import java.util.ArrayList;
import java.util.List;

/** Puts the report of a run together, section by section. */
final class RunDocument {
    private RunDocument() {}

    static Document of(RunResult result, Provenance provenance) {
        RunFacts facts = new RunFacts(result);
        return new Document(
                "en",
                title(result.scenario()),
                subtitle(result),
                Headline.of(facts),
                "Purser " + provenance.version(),
                Cover.blocks(facts),
                sections(facts, provenance));
    }

    private static String title(ScenarioSpec scenario) {
        return scenario.title().isBlank() ? scenario.name() : scenario.title();
    }

    private static String subtitle(RunResult result) {
        ScenarioSpec scenario = result.scenario();
        return "Cost and latency, simulated at " + result.fidelity().label() + " level, "
                + Moments.length(scenario.horizonNanos()) + " from "
                + Moments.date(scenario.calendar().start()) + " ("
                + scenario.calendar().zone() + ")";
    }

    private static List<Section> sections(RunFacts facts, Provenance provenance) {
        List<Section> sections = new ArrayList<>(List.of(
                CostSection.of(facts),
                TrafficSection.of(facts),
                LatencySection.of(facts),
                FleetSection.of(facts),
                MoneySection.of(facts),
                DecisionsSection.of(facts)));
        if (!facts.result().isolated().isEmpty()) {
            sections.add(EventsSection.of(facts));
        }
        facts.result().calibration().ifPresent(spread -> sections.add(CalibrationSection.of(facts, spread)));
        List<Block> provided = provided(facts);
        if (!provided.isEmpty()) {
            sections.add(new Section("more", "More charts", provided));
        }
        sections.add(AssumptionsSection.of(facts, provenance));
        sections.add(ProvenanceSection.of(facts, provenance));
        return sections;
    }

    private static List<Block> provided(RunFacts facts) {
        return Charts.provided().stream()
                .<Block>map(chart -> new ChartFigure(chart.draw(facts.result())))
                .toList();
    }
}
