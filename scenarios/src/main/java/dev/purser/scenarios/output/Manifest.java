package dev.purser.scenarios.output;

import dev.purser.scenarios.Version;
import dev.purser.scenarios.format.scenario.UsedLaw;
import dev.purser.simulator.experiment.Fidelity;
import dev.purser.simulator.units.Check;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * {@code manifest.json}: what it takes to get the same result again, and what the result consists of. It knows no wall
 * clock and no machine.
 *
 * @param inputs every file that was read, the scenario first
 * @param seed seed of every random stream
 * @param catalogueDate date of the shipped hardware and prices; empty if none were used
 * @param laws the laws of service time in use
 * @param options effective options, by name
 */
public record Manifest(
        List<InputFile> inputs,
        long seed,
        Optional<LocalDate> catalogueDate,
        List<UsedLaw> laws,
        Map<String, String> options) {
    public Manifest {
        inputs = List.copyOf(Check.notEmpty(inputs, "inputs"));
        laws = List.copyOf(laws);
        options = new LinkedHashMap<>(options);
    }

    /** Writes it, with the hashes of {@code outputs}, which lie beside it; {@code fidelity} is that of the run. */
    void write(Path file, Fidelity fidelity, List<String> outputs) throws IOException {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("purser", Version.current());
        content.put("seed", seed);
        content.put("catalogue_date", catalogueDate.map(LocalDate::toString).orElse(null));
        content.put("profiles", laws.stream().map(Manifest::entry).toList());
        content.put("options", options);
        content.put("run_at_fidelity", fidelity.label());
        content.put("inputs", inputs.stream().map(Manifest::entry).toList());
        content.put("outputs", hashes(file, outputs));
        Json.write(content, file);
    }

    private static Map<String, Object> entry(InputFile input) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("role", input.role());
        entry.put("file", input.name());
        entry.put("bytes", input.bytes());
        entry.put("sha256", input.sha256());
        return entry;
    }

    private static Map<String, Object> entry(UsedLaw law) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("profile", law.profile());
        entry.put("law", law.entry().label());
        entry.put("origin", law.entry().origin().name().toLowerCase(Locale.ROOT));
        entry.put("source", law.entry().source());
        return entry;
    }

    private static Map<String, String> hashes(Path manifest, List<String> outputs) throws IOException {
        Map<String, String> hashes = new LinkedHashMap<>();
        for (String name : outputs) {
            hashes.put(name, InputFile.sha256(manifest.resolveSibling(name)));
        }
        return hashes;
    }
}
