package dev.purser.scenarios.output;

import dev.purser.scenarios.Version;
import dev.purser.simulator.hardware.ProfileEntry;
import dev.purser.simulator.units.Check;
import java.io.IOException;
import java.nio.file.Files;
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
 * @param profiles the laws of service time in use
 * @param options effective options, by name
 */
public record Manifest(
        List<InputFile> inputs,
        long seed,
        Optional<LocalDate> catalogueDate,
        List<ProfileEntry> profiles,
        Map<String, String> options) {
    public Manifest {
        inputs = List.copyOf(Check.notEmpty(inputs, "inputs"));
        profiles = List.copyOf(profiles);
        options = new LinkedHashMap<>(options);
    }

    /** Writes it, with the hashes of {@code outputs}, which lie beside it. */
    void write(Path file, List<String> outputs) throws IOException {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("purser", Version.current());
        content.put("seed", seed);
        content.put("catalogue_date", catalogueDate.map(LocalDate::toString).orElse(null));
        content.put("profiles", profiles.stream().map(Manifest::entry).toList());
        content.put("options", options);
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

    private static Map<String, Object> entry(ProfileEntry profile) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("law", profile.label());
        entry.put("origin", profile.origin().name().toLowerCase(Locale.ROOT));
        entry.put("source", profile.source());
        return entry;
    }

    private static Map<String, String> hashes(Path manifest, List<String> outputs) throws IOException {
        Map<String, String> hashes = new LinkedHashMap<>();
        for (String name : outputs) {
            hashes.put(name, InputFile.sha256(Files.readAllBytes(manifest.resolveSibling(name))));
        }
        return hashes;
    }
}
