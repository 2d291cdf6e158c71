package dev.purser.scenarios.cli;

import dev.purser.reports.Provenance;
import dev.purser.reports.RunReport;
import dev.purser.scenarios.Version;
import dev.purser.scenarios.format.Loaded;
import dev.purser.scenarios.format.scenario.UsedLaw;
import dev.purser.scenarios.format.units.Durations;
import dev.purser.scenarios.output.InputFile;
import dev.purser.scenarios.output.Manifest;
import dev.purser.simulator.experiment.RunResult;
import dev.purser.simulator.experiment.ScenarioSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a run beside its result.
 *
 * @param manifest for the machine
 * @param provenance the same for the report
 */
record RunRecord(Manifest manifest, Provenance provenance) {
    private static final String HTML = "report.html";
    private static final String PDF = "report.pdf";

    /** Reads the inputs' hashes; {@code scenario} is what will run. */
    static RunRecord of(Loaded loaded, ScenarioSpec scenario) throws IOException {
        List<InputFile> inputs = inputs(loaded.inputs());
        Optional<LocalDate> catalogueDate = Optional.of(LocalDate.parse(loaded.catalogueDate()));
        Manifest manifest = new Manifest(inputs, scenario.seed(), catalogueDate, loaded.laws(), options(scenario));
        Provenance provenance = new Provenance(
                Version.current(),
                inputs.stream()
                        .map(input -> new Provenance.Input(input.name(), input.sha256()))
                        .toList(),
                catalogueDate,
                loaded.laws().stream().map(UsedLaw::entry).toList(),
                notes(loaded));
        return new RunRecord(manifest, provenance);
    }

    /** Writes the report into {@code folder}. */
    List<String> report(RunResult result, Path folder) throws IOException {
        RunReport.write(result, provenance, folder.resolve(HTML), folder.resolve(PDF));
        return List.of(HTML, PDF);
    }

    private static Map<String, String> options(ScenarioSpec scenario) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("resolution", Durations.print(scenario.intervalNanos()));
        options.put("fidelity", scenario.fidelity().label());
        return options;
    }

    private static List<InputFile> inputs(List<Path> files) throws IOException {
        Path folder = files.get(0).toAbsolutePath().getParent();
        List<InputFile> inputs = new ArrayList<>();
        for (Path file : files) {
            inputs.add(InputFile.read(inputs.isEmpty() ? "scenario" : "named by the scenario", file, folder));
        }
        return inputs;
    }

    private static List<String> notes(Loaded loaded) {
        return loaded.remarks().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(remark -> remark.getKey() + ": " + remark.getValue())
                .toList();
    }
}
