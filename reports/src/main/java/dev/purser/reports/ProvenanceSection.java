package dev.purser.reports;

import dev.purser.reports.document.Block;
import dev.purser.reports.document.Facts;
import dev.purser.reports.document.Facts.Fact;
import dev.purser.reports.document.Paragraph;
import dev.purser.reports.document.Section;
import dev.purser.reports.document.Table;
import dev.purser.reports.document.Table.Column;
import dev.purser.reports.text.Moments;
import dev.purser.reports.text.Numbers;
import dev.purser.reports.text.Words;
import dev.purser.simulator.experiment.ScenarioSpec;
import dev.purser.simulator.hardware.ProfileEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** All that is needed to obtain the same figures again. */
final class ProvenanceSection {
    private ProvenanceSection() {}

    static Section of(RunFacts facts, Provenance provenance) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(
                "The same inputs, seed and version give the same figures, and the same bytes of this report."));
        blocks.add(new Facts(run(facts, provenance)));
        if (!provenance.inputs().isEmpty()) {
            blocks.add(inputs(provenance));
        }
        if (!provenance.profiles().isEmpty()) {
            blocks.add(profiles(provenance));
        }
        return new Section("provenance", "Provenance", blocks);
    }

    private static List<Fact> run(RunFacts facts, Provenance provenance) {
        ScenarioSpec scenario = facts.result().scenario();
        return List.of(
                new Fact("Scenario", scenario.name()),
                new Fact("Version", "Purser " + provenance.version()),
                new Fact("Seed", Long.toString(scenario.seed())),
                new Fact("Fidelity", FidelityWords.level(facts.result())),
                new Fact("Simulated time", simulated(scenario)),
                new Fact("Warm-up", warmUp(scenario)),
                new Fact(
                        "Catalogue date",
                        provenance.catalogueDate().map(Moments::date).orElse("no catalogue used")),
                new Fact("Kernel events", Numbers.count(facts.result().events())));
    }

    private static String simulated(ScenarioSpec scenario) {
        return Moments.moment(scenario.calendar().start()) + " to "
                + Moments.moment(scenario.calendar().at(scenario.horizonNanos())) + ", "
                + scenario.calendar().zone();
    }

    private static String warmUp(ScenarioSpec scenario) {
        return scenario.warmUpNanos() == 0
                ? "none"
                : Moments.length(scenario.warmUpNanos()) + ", left out of latency figures";
    }

    private static Table inputs(Provenance provenance) {
        return new Table(
                "Inputs",
                List.of(Column.text("File"), Column.text("SHA-256")),
                provenance.inputs().stream()
                        .map(input -> List.of(input.path(), input.sha256()))
                        .toList());
    }

    private static Table profiles(Provenance provenance) {
        return new Table(
                "Service times in use",
                List.of(
                        Column.text("Model, hardware, precision"),
                        Column.text("Origin"),
                        Column.number("Fit error (mean, relative)"),
                        Column.text("Source")),
                provenance.profiles().stream().map(ProvenanceSection::profile).toList());
    }

    private static List<String> profile(ProfileEntry entry) {
        String error = Double.isNaN(entry.fitError()) ? "unknown" : Numbers.percent(entry.fitError());
        return List.of(entry.label(), Words.title(entry.origin()).toLowerCase(Locale.ROOT), error, entry.source());
    }
}
