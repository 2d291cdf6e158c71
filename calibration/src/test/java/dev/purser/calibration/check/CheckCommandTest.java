package dev.purser.calibration.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.scenarios.InputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CheckCommandTest {
    private static final Path DOCS = Path.of("..", "docs");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<Exception> thrown = new ArrayList<>();

    /** The example of the documentation, and its output, which stands there too. */
    @Test
    void checksTheExample() throws IOException {
        Path table = folder.resolve("errors.csv");
        assertEquals(
                0,
                run(
                        "--measured",
                        DOCS.resolve("check-example.csv").toString(),
                        "--profile",
                        DOCS.resolve("check-example.json").toString(),
                        "--out",
                        table.toString()),
                thrown::toString);
        String documentation = Files.readString(DOCS.resolve("check.md"));
        assertTrue(documentation.contains(out.toString().replace(System.lineSeparator(), "\n")), out.toString());
        assertEquals(
                Files.readString(DOCS.resolve("check-example.csv"))
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .count(),
                Files.readString(table).lines().count());
        assertTrue(Files.readString(folder.resolve("errors.svg")).startsWith("<svg"));
    }

    @Test
    void isReproducibleAndQuietWhenAskedTo() throws IOException {
        Path load = write("load.csv", "clients,samples,p50\n4,64,1\n");
        for (String name : List.of("a.csv", "b.csv")) {
            assertEquals(
                    0, run(onA30(load, "--quiet", "--out", folder.resolve(name).toString())), thrown::toString);
        }
        assertEquals("", out.toString());
        assertEquals(Files.readString(folder.resolve("a.csv")), Files.readString(folder.resolve("b.csv")));
    }

    /** The draft of the table cannot be written, as on a disk that is full. */
    @Test
    void whatCannotBeWrittenIsTold() throws IOException {
        Path load = write("load.csv", "clients,samples,p50\n4,64,1\n");
        Files.createDirectory(folder.resolve(".a.csv." + ProcessHandle.current().pid() + ".draft"));
        assertEquals(
                2, run(onA30(load, "--quiet", "--out", folder.resolve("a.csv").toString())));
        assertInstanceOf(IOException.class, thrown.get(0));
        assertEquals("", out.toString());
        assertTrue(err.toString().contains("mean absolute error"), err.toString());
        assertFalse(Files.exists(folder.resolve("a.csv")));
        assertFalse(Files.exists(folder.resolve("a.svg")));
    }

    @Test
    void otherProfilesAreAskedFirst() throws IOException {
        Path load = write("load.csv", "clients,samples,p50\n1,1,5\n");
        Path profile = write("mine.json", """
                {"name": "mine", "version": 1, "date": "2026-03-02", "source": "a test", "entries": [
                  {"model": "wide-and-deep", "hardware": "A30", "precision": "FP16", "backend": "tensorrt",
                   "law": {"time": {"affine": {"fixedNanos": 5000000, "perSampleNanos": 0}}, "spread": {"none": {}},
                           "largestBatch": 64, "sharedSpeed": [1]},
                   "modelBytes": 0, "origin": "MEASURED", "fitError": null, "source": "a test"}]}
                """);
        Path table = folder.resolve("errors.csv");
        assertEquals(0, run(onA30(load, "--profile", profile.toString(), "--out", table.toString())), thrown::toString);
        assertTrue(out.toString().contains("p50 0.0 %"), out.toString());
    }

    /** An option that would do nothing is an error. */
    @Test
    void optionsOfTheOtherCheckAreRefused() throws IOException {
        Path load = write("load.csv", "clients,samples,p50\n4,64,1\n");
        assertEquals(
                "--loads: got it, must only be given without --measured",
                refusal("--measured", load.toString(), "--loads", "20"));
        assertEquals("--backend: got it, must only be given with --measured", refusal("--backend", "onnx"));
    }

    @Test
    void badInputLeavesNothing() throws IOException {
        Path load = write("load.csv", "clients,samples,p50\n4,64,1\nfour,64,1\n4,64,zero\n");
        Path table = folder.resolve("errors.csv");
        assertEquals(
                load + ":3 clients: got four, must be a whole number from 1 to 1000000" + System.lineSeparator() + load
                        + ":4 p50: got zero, must be a number above 0",
                refusal(onA30(load, "--out", table.toString())));
        assertEquals(
                folder.resolve("lost.csv") + ": no such file",
                refusal(onA30(folder.resolve("lost.csv"), "--out", table.toString())));
        assertFalse(Files.exists(table));
    }

    /** Whatever is wrong is said before a model is loaded. */
    @Test
    void aLiveCheckNeedsALawItCanUse() throws IOException {
        String table = folder.resolve("live.csv").toString();
        assertTrue(refusal("--out", table).contains("./purser calibrate --quick --models mlp --out device.json"));
        assertTrue(refusal("--out", table, "--model", "mpl").contains("mlp"));
        String imported = DOCS.resolve("check-example.json").toString();
        assertTrue(refusal("--out", table, "--profile", imported)
                .startsWith("--model: got mlp, must be a model measured"));
        assertFalse(Files.exists(Path.of(table)));
    }

    @Test
    void replacesOutputOnlyByForce() throws IOException {
        Path load = write("load.csv", "clients,samples,p50\n4,64,1\n");
        Path chart = write("errors.svg", "precious");
        String table = folder.resolve("errors.csv").toString();
        assertEquals(
                "--out: " + chart + " exists; replace it with --force, or name another file",
                refusal(onA30(load, "--out", table)));
        assertEquals(0, run(onA30(load, "--out", table, "--force")), thrown::toString);
        assertTrue(Files.readString(chart).startsWith("<svg"));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String[] onA30(Path load, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--measured",
                load.toString(),
                "--model",
                "wide-and-deep",
                "--hardware",
                "A30",
                "--precision",
                "FP16",
                "--backend",
                "tensorrt"));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    private String refusal(String... arguments) {
        thrown.clear();
        assertEquals(2, run(arguments));
        return assertInstanceOf(InputException.class, thrown.get(0)).getMessage();
    }

    private int run(String... arguments) {
        return new CommandLine(new CheckCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setExecutionExceptionHandler((problem, failed, parsed) -> {
                    thrown.add(problem);
                    return 2;
                })
                .execute(arguments);
    }
}
