package dev.purser.scenarios.cli;

import dev.purser.reports.Provenance;
import dev.purser.reports.RunReport;
import dev.purser.scenarios.Version;
import dev.purser.scenarios.format.Loaded;
import dev.purser.scenarios.format.scenario.UsedLaw;
import dev.purser.scenarios.format.units.Durations;
import dev.purser.scenarios.output.InputFile;
import dev.purser.scenarios.output.Manifest;
import dev.purser.simulator.experiment.LawReplicates;
import dev.purser.simulator.experiment.RunResult;
import dev.purser.simulator.experiment.ScenarioSpec;
import dev.purser.simulator.hardware.ProfileEntry;
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
 * @param laws the laws in use, and which of them can be redrawn
 * @param replicates how often it is to be repeated with redrawn laws
 */
record RunRecord(Manifest manifest, Provenance provenance, LawReplicates laws, int replicates) {
    private static final String HTML = "report.html";
    private static final String PDF = "report.pdf";

    /** Reads the inputs' hashes; {@code scenario} is what will run, {@code option} says how often with redrawn laws. */
    static RunRecord of(Loaded loaded, ScenarioSpec scenario, ReplicateOption option) throws IOException {
        List<ProfileEntry> entries = loaded.laws().stream().map(UsedLaw::entry).toList();
        LawReplicates laws = LawReplicates.of(entries);
        int replicates = option.count(laws);
        List<InputFile> inputs = inputs(loaded.inputs());
        Optional<LocalDate> catalogueDate = Optional.of(LocalDate.parse(loaded.catalogueDate()));
        Manifest manifest =
                new Manifest(inputs, scenario.seed(), catalogueDate, loaded.laws(), options(scenario, replicates));
        Provenance provenance = new Provenance(
                Version.current(),
                inputs.stream()
                        .map(input -> new Provenance.Input(input.name(), input.sha256()))
                        .toList(),
                catalogueDate,
                entries,
                notes(loaded));
        return new RunRecord(manifest, provenance, laws, replicates);
    }

    /** Writes the report into {@code folder}. */
    List<String> report(RunResult result, Path folder) throws IOException {
        RunReport.write(result, provenance, folder.resolve(HTML), folder.resolve(PDF));
        return List.of(HTML, PDF);
    }

    private static Map<String, String> options(ScenarioSpec scenario, int replicates) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("resolution", Durations.print(scenario.intervalNanos()));
        options.put("fidelity", scenario.fidelity().label());
        options.put("calibration_replicates", Integer.toString(replicates));
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
