package dev.purser.calibration.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.calibration.CalibrateCommand;
import dev.purser.scenarios.InputException;
import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Place;
import dev.purser.scenarios.profile.ProfileCodec;
import dev.purser.simulator.hardware.DeviceProfile;
import dev.purser.simulator.hardware.Origin;
import dev.purser.simulator.hardware.ProfileEntry;
import dev.purser.simulator.hardware.Spread;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ImportCommandTest {
    private static final String TABLE = """
            gpu,batch,rate
            T4,1,1000
            T4,10,5000
            T4,100,9000
            L4,64,64000
            """;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private Path table;

    @BeforeEach
    void writeTable() throws IOException {
        table = Files.writeString(folder.resolve("measured.csv"), TABLE);
    }

    @Test
    void makesAProfile() throws IOException {
        Path file = folder.resolve("mine.json");
        assertEquals(0, run(table, "--out", file.toString()));
        Findings findings = new Findings();
        DeviceProfile profile = ProfileCodec.read(Place.ofFile("mine.json"), Files.readString(file), findings)
                .orElseThrow(() -> new AssertionError(findings.problems()));
        assertEquals("mine", profile.name());
        assertEquals("2026-03-02", profile.date());
        assertEquals(2, profile.entries().size());
        ProfileEntry first = profile.entries().get(0);
        assertEquals("ours on T4 at FP16 (onnx)", first.label());
        assertEquals(Origin.IMPORTED, first.origin());
        assertEquals("a load test", first.source());
        assertEquals(new Spread.None(), first.law().spread());
        assertEquals(100, first.law().largestBatch());
        assertTrue(first.fitError() > 0);
        assertTrue(Double.isNaN(profile.entries().get(1).fitError()), "one size says nothing of the error");
        assertTrue(out.toString().contains("| ours | T4 | FP16 | onnx | 1 to 100 | "), out.toString());
        assertTrue(out.toString().endsWith("profile with 2 laws: " + file + System.lineSeparator()), out.toString());
    }

    @Test
    void isSilentWhenAskedTo() {
        assertEquals(0, run(table, "--out", folder.resolve("mine.json").toString(), "--quiet"));
        assertEquals("", out.toString());
    }

    @Test
    void replacesAFileOnlyByForce() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.json"), "precious");
        assertEquals(
                "--out: " + file + " exists; replace it with --force, or name another file",
                refusal(table, "--out", file.toString()));
        assertEquals("precious", Files.readString(file));
        assertEquals(0, run(table, "--out", file.toString(), "--force"));
        assertTrue(Files.readString(file).startsWith("{"));
        try (var files = Files.list(folder)) {
            assertEquals(2, files.count(), "no draft is left");
        }
    }

    @Test
    void refusesFoldersAndMissingFolders() {
        assertEquals(
                "--out: " + folder + " is a folder; name a file",
                refusal(table, "--out", folder.toString(), "--force"));
        Path lost = folder.resolve("no").resolve("mine.json");
        assertEquals(
                "--out: cannot write " + lost + "; its folder must be there and writable",
                refusal(table, "--out", lost.toString()));
    }

    @Test
    void namesAllThatIsWrongWithTheTable() throws IOException {
        Files.writeString(table, TABLE + "T4,x,1\nT4,2,-1\n");
        Path file = folder.resolve("mine.json");
        assertEquals(
                table + ":6 batch: got x, must be a whole number from 1 to 1073741824" + System.lineSeparator() + table
                        + ":7 rate: got -1, must be a finite number above 0",
                refusal(table, "--out", file.toString()));
        assertFalse(Files.exists(file));
    }

    @Test
    void refusesWhatNoScenarioCouldRead() {
        Path file = folder.resolve("mine.json");
        assertEquals(
                "profile:4:12 date: got 2026-02-30, must be a date like 2026-03-02",
                refusal(table, "--out", file.toString(), "--date", "2026-02-30"));
        assertTrue(refusal(table, "--out", file.toString(), "--source", "a\nb")
                .startsWith("profile:5:14 source: got a\uFFFDb, must be a line of text of at most 1000 characters"));
        assertEquals("profile name: got  , must not be blank", refusal(table, "--out", file.toString(), "--name", " "));
        assertFalse(Files.exists(file));
    }

    @Test
    void refusesAMissingTable() {
        Path lost = folder.resolve("lost.csv");
        assertEquals(
                lost + ": no such file",
                refusal(lost, "--out", folder.resolve("mine.json").toString()));
    }

    private String refusal(Path file, String... more) {
        List<Exception> thrown = new ArrayList<>();
        CommandLine command = command().setExecutionExceptionHandler((problem, failed, parsed) -> {
            thrown.add(problem);
            return 2;
        });
        assertEquals(2, command.execute(arguments(file, more)));
        return assertInstanceOf(InputException.class, thrown.get(0)).getMessage();
    }

    private int run(Path file, String... more) {
        return command().execute(arguments(file, more));
    }

    private CommandLine command() {
        return new CommandLine(new CalibrateCommand(Clock.systemUTC())).setOut(new PrintWriter(out, true));
    }

    private static String[] arguments(Path file, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "import",
                file.toString(),
                "--map",
                "model='ours',hardware=gpu,precision='FP16',backend='onnx',batch=batch,throughput=rate"));
        arguments.addAll(List.of(more));
        for (var option : Map.of("--name", "mine", "--date", "2026-03-02", "--source", "a load test")
                .entrySet()) {
            if (!arguments.contains(option.getKey())) {
                arguments.addAll(List.of(option.getKey(), option.getValue()));
            }
        }
        return arguments.toArray(String[]::new);
    }
}
