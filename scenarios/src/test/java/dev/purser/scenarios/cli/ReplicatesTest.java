package dev.purser.scenarios.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code purser run --calibration-replicates}. */
class ReplicatesTest {
    @TempDir
    private static Path folder;

    private static Path scenario;

    /** A run with three replicates, made once. */
    private static Console done;

    @BeforeAll
    static void runOnce() throws IOException {
        scenario = MeasuredScenario.write(folder, "10 min", 3, 5, 4);
        done = run("three", "--calibration-replicates", "3");
    }

    /** One unhindered request in a batch takes the time of the law: 4 ms, and 3, 5 and 4 in the replicates. */
    @Test
    void intervalsArePrintedAndEachReplicateIsARow() throws IOException {
        assertEquals("", done.err());
        assertEquals(0, done.code());
        assertTrue(done.out().contains("50 % intervals of 3 runs with redrawn laws"), done.out());
        assertTrue(done.out().contains("effective cost 0.09 USD (0.09 to 0.09)"), done.out());
        assertTrue(done.out().matches("(?s).*search p95 \\d+\\.\\d ms \\(\\d+\\.\\d to \\d+\\.\\d\\).*"), done.out());
        assertTrue(done.out().contains("and 3 replicates in"), done.out());
        List<String> lines = Files.readAllLines(folder.resolve("three/calibration.csv"));
        assertEquals(
                "replicate,effective,billed,per_1000_answered_requests,p50_ms search,p95_ms search,p99_ms search,"
                        + "failed_share search,replica_hours ranking",
                lines.get(0));
        assertEquals(List.of(4.0, 3.0, 5.0, 4.0), medians(lines));
    }

    @Test
    void theResultSaysWhatWasRedrawn() throws IOException {
        String result = Files.readString(folder.resolve("three/result.json"));
        assertTrue(result.contains("\"replicates\" : 3"), result);
        assertTrue(result.contains("\"own on T4 at FP32 (test)\""), result);
        assertTrue(result.contains("\"p99_ms search\" : {"), result);
        String manifest = Files.readString(folder.resolve("three/manifest.json"));
        assertTrue(manifest.contains("\"calibration_replicates\" : \"3\""), manifest);
        assertTrue(manifest.contains("\"calibration.csv\""), manifest);
        String report = Files.readString(folder.resolve("three/report.html"));
        assertTrue(report.contains("What the calibration leaves open"), "section");
    }

    @Test
    void theRunItselfIsTheSameWithAndWithout() throws IOException {
        Console none = run("none");
        for (String name : List.of("intervals.csv", "ledger.csv", "months.csv", "decisions.csv")) {
            assertArrayEquals(bytes("none", name), bytes("three", name), name);
        }
        assertFalse(Files.exists(folder.resolve("none/calibration.csv")));
        assertTrue(
                none.out()
                        .contains("3 redraws of the measured laws were not used; --calibration-replicates 3 gives"
                                + " intervals"),
                none.out());
    }

    @Test
    void atIntervalLevelTheReplicatesRunAtIntervalLevel() throws IOException {
        Console interval = run("interval", "--calibration-replicates", "2", "--fidelity", "interval");
        assertEquals(0, interval.code(), interval.err());
        List<Double> medians = medians(Files.readAllLines(folder.resolve("interval/calibration.csv")));
        assertEquals(3, medians.get(1), 0.1);
        assertEquals(5, medians.get(2), 0.1);
    }

    @Test
    void moreThanThereAreRedrawsAreRefused() {
        assertRefused(
                "--calibration-replicates: got 4, must be 0 or from 2 to 3, the redraws that the laws in use carry\n",
                run("four", "--calibration-replicates", "4"));
        assertRefused(
                "--calibration-replicates: got 1, must be 0 or from 2 to 3, the redraws that the laws in use carry\n",
                run("one", "--calibration-replicates", "1"));
        assertRefused(
                "--calibration-replicates: got -2, must be 0 or from 2 to 3, the redraws that the laws in use carry\n",
                run("few", "--calibration-replicates", "-2"));
        assertFalse(Files.exists(folder.resolve("four")));
    }

    @Test
    void lawsThatWereNotMeasuredHaveNone() throws IOException {
        try (InputStream text = ReplicatesTest.class.getResourceAsStream("tiny.yaml")) {
            Files.copy(text, folder.resolve("tiny.yaml"));
        }
        Path tiny = folder.resolve("tiny.yaml");
        assertRefused(
                "--calibration-replicates: got 20, must be left out: no law in use carries redraws (dcnv2-4b on T4 at FP16"
                        + " (tensorflow-tensorrt), imported); profiles made by ./purser calibrate do\n",
                run(tiny, "tiny", "--calibration-replicates", "20"));
        assertFalse(run(tiny, "tiny").out().contains("redraws"));
    }

    @Test
    void theProgressTellsTheTimeLeft() {
        assertEquals("calibration: 0 of 20 replicates  ? left", ReplicateProgress.text(0, 20, 0));
        // 5 in 10 s: 15 more in 30 s, or in 5 min where those took 100 s.
        assertEquals("calibration: 5 of 20 replicates  30 s left", ReplicateProgress.text(5, 20, 10_000_000_000L));
        assertEquals("calibration: 5 of 20 replicates  5 min left", ReplicateProgress.text(5, 20, 100_000_000_000L));
    }

    private static void assertRefused(String message, Console refused) {
        assertEquals(new Console(2, "", message), refused);
    }

    private static Console run(String name, String... options) {
        return run(scenario, name, options);
    }

    private static Console run(Path scenario, String name, String... options) {
        List<String> arguments = new ArrayList<>(List.of(
                "run", scenario.toString(), "--out", folder.resolve(name).toString()));
        arguments.addAll(List.of(options));
        return Console.purser(arguments.toArray(String[]::new));
    }

    private static byte[] bytes(String run, String name) throws IOException {
        return Files.readAllBytes(folder.resolve(run).resolve(name));
    }

    /** Medians in milliseconds, to a tenth. */
    private static List<Double> medians(List<String> lines) {
        return lines.stream()
                .skip(1)
                .map(line -> Math.round(10 * Double.parseDouble(line.split(",")[4])) / 10.0)
                .toList();
    }
}
