package dev.purser.reports;

import dev.purser.simulator.hardware.ProfileEntry;
import dev.purser.simulator.units.Check;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Where a result comes from: all that is needed to obtain it again, and how far it can be trusted.
 *
 * @param version version of Purser that ran it
 * @param inputs every file that was read, the scenario first
 * @param catalogueDate date of the hardware and prices; empty if no catalogue was used
 * @param profiles the laws of service time in use
 * @param notes further assumptions worth printing, one sentence each: prices with their source, gaps filled in a trace
 */
public record Provenance(
        String version,
        List<Input> inputs,
        Optional<LocalDate> catalogueDate,
        List<ProfileEntry> profiles,
        List<String> notes) {
    public Provenance {
        Check.named(version, "version");
        inputs = List.copyOf(inputs);
        profiles = List.copyOf(profiles);
        notes = List.copyOf(notes);
    }

    /**
     * One file that was read.
     *
     * @param path as the user knows it, relative to the scenario's folder
     * @param sha256 hash of its bytes, 64 hexadecimal digits
     */
    public record Input(String path, String sha256) {
        public Input {
            Check.named(path, "path of an input");
            Check.that(sha256.matches("[0-9a-f]{64}"), "hash of " + path, sha256, "must be 64 hexadecimal digits");
        }
    }
}
