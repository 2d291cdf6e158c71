package dev.purser.reports;

import dev.purser.reports.document.Document;
import dev.purser.reports.document.Section;
import dev.purser.reports.text.Moments;
import dev.purser.simulator.experiment.RunResult;
import dev.purser.simulator.experiment.ScenarioSpec;
import java.util.List;

/** Puts the report of a run together, section by section. */
final class RunDocument {
    private RunDocument() {}

    static Document of(RunResult result, Provenance provenance) {
        RunFacts facts = new RunFacts(result);
        return new Document(
                "en",
                title(result.scenario()),
                subtitle(result.scenario()),
                Headline.of(facts),
                "Purser " + provenance.version(),
                Cover.blocks(facts),
                sections(facts, provenance));
    }

    private static String title(ScenarioSpec scenario) {
        return scenario.title().isBlank() ? scenario.name() : scenario.title();
    }

    private static String subtitle(ScenarioSpec scenario) {
        return "Simulated cost and latency, " + Moments.length(scenario.horizonNanos()) + " from "
                + Moments.date(scenario.calendar().start()) + " ("
                + scenario.calendar().zone() + ")";
    }

    private static List<Section> sections(RunFacts facts, Provenance provenance) {
        List<dev.purser.reports.document.Block> blocks = new java.util.ArrayList<>();
        for (dev.purser.reports.charts.Charts chart : dev.purser.reports.charts.Charts.values()) {
            blocks.add(
                    new dev.purser.reports.document.ChartFigure(chart.create().draw(facts.result())));
        }
        return List.of(new Section("charts", "Charts", blocks), ProvenanceSection.of(facts, provenance));
    }
}
