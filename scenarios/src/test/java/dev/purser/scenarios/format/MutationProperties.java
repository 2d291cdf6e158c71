package dev.purser.scenarios.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.lifecycle.AfterContainer;

/** Whatever is done to a valid scenario, reading it yields a scenario or problems, and never throws. */
class MutationProperties {
    private static final Path FILE = temporary();
    private static final String VALID = library();

    private static Path temporary() {
        try {
            return Files.createTempFile("mutated", ".yaml");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String library() {
        try {
            return Files.readString(LibraryTest.LIBRARY.resolve("double-eleven.yaml"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @AfterContainer
    static void remove() throws IOException {
        Files.delete(FILE);
    }

    private static Loaded load(String yaml) throws IOException {
        Files.writeString(FILE, yaml);
        Loaded loaded = ScenarioLoader.shipped().load(FILE);
        assertEquals(loaded.problems().isEmpty(), loaded.scenario().isPresent());
        loaded.problems().forEach(problem -> assertFalse(problem.message().isBlank()));
        return loaded;
    }

    @Property(tries = 300, seed = "11")
    void textReplacedAnywhere(
            @ForAll @IntRange(max = 3000) int at,
            @ForAll @IntRange(max = 12) int length,
            @ForAll @StringLength(max = 8) String text)
            throws IOException {
        int from = at % VALID.length();
        int until = Math.min(VALID.length(), from + length);
        load(VALID.substring(0, from) + text + VALID.substring(until));
    }

    @Property(tries = 300, seed = "11")
    void aLineLeftOut(@ForAll @IntRange(max = 120) int which) throws IOException {
        List<String> lines = new ArrayList<>(VALID.lines().toList());
        lines.remove(which % lines.size());
        load(String.join("\n", lines));
    }

    @Property(tries = 300, seed = "11")
    void aValueReplaced(@ForAll @IntRange(max = 120) int which, @ForAll @IntRange(max = 13) int by) throws IOException {
        List<String> values = List.of(
                "",
                "0",
                "-1",
                "1e9",
                ".inf",
                "none",
                "[]",
                "{}",
                "[1, x]",
                "{a: b}",
                "99999999999999999999",
                "true",
                "'*'",
                "2026-01-01");
        List<String> lines = new ArrayList<>(VALID.lines().toList());
        int line = which % lines.size();
        lines.set(line, lines.get(line).replaceFirst(": .+", ": " + values.get(by)));
        load(String.join("\n", lines));
    }

    @Property(tries = 100, seed = "11")
    void twoLinesSwapped(@ForAll @IntRange(max = 120) int first, @ForAll @IntRange(max = 120) int second)
            throws IOException {
        List<String> lines = new ArrayList<>(VALID.lines().toList());
        java.util.Collections.swap(lines, first % lines.size(), second % lines.size());
        load(String.join("\n", lines));
    }
}
