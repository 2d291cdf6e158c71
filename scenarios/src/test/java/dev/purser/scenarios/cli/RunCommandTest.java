package dev.purser.scenarios.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
    private static final List<String> FILES = List.of(
            "decisions.csv",
            "intervals.csv",
            "ledger.csv",
            "manifest.json",
            "months.csv",
            "report.html",
            "report.pdf",
            "result.json");

    /** The result of the scenario as it is, made once. */
    @TempDir
    private static Path baseline;

    @TempDir
    private Path folder;

    private Path scenario;

    @BeforeAll
    static void runOnce() throws IOException {
        Path scenario = copyScenario(baseline);
        Console done = Console.purser(
                "run", scenario.toString(), "--out", baseline.resolve("one").toString());
        assertEquals(0, done.code(), done.err());
    }

    @BeforeEach
    void copy() throws IOException {
        scenario = copyScenario(folder);
    }

    private static Path copyScenario(Path folder) throws IOException {
        Path copy = folder.resolve("tiny.yaml");
        try (InputStream tiny = RunCommandTest.class.getResourceAsStream("tiny.yaml")) {
            Files.copy(tiny, copy);
        }
        return copy;
    }

    @Test
    void aRunLeavesEveryFileAndSaysWhereTheReportLies() throws IOException {
        Path out = folder.resolve("result");
        Console done = run(out);
        assertEquals("", done.err());
        assertEquals(0, done.code());
        assertEquals(FILES, names(out));
        assertTrue(done.out().startsWith("Ten minutes\n"), done.out());
        assertTrue(done.out().contains(out.resolve("report.pdf").toString()), done.out());
        assertEquals(List.of("result", "tiny.yaml"), names(folder));
    }

    /** The order of an immutable map changes from process to process, so two processes are compared. */
    @Test
    void theSameScenarioAndSeedGiveTheSameBytesInAnotherProcess() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Purser.class.getName(),
                        "run",
                        scenario.toString(),
                        "--quiet",
                        "--out",
                        folder.resolve("two").toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, other.waitFor(), output);
        for (String name : FILES) {
            assertArrayEquals(
                    Files.readAllBytes(baseline.resolve("one").resolve(name)),
                    Files.readAllBytes(folder.resolve("two").resolve(name)),
                    name);
        }
    }

    @Test
    void anotherSeedGivesAnotherResultAndIsInTheManifest() throws IOException {
        run(folder.resolve("two"), "--seed", "77");
        assertFalse(Files.readString(baseline.resolve("one/intervals.csv"))
                .equals(Files.readString(folder.resolve("two/intervals.csv"))));
        assertTrue(Files.readString(folder.resolve("two/manifest.json")).contains("\"seed\" : 77"));
    }

    @Test
    void theResolutionChoosesTheLengthOfTheRows() throws IOException {
        run(folder.resolve("two"), "--resolution", "5 min");
        // A header, and a row for the pipeline and one for the service in each interval of ten minutes.
        assertEquals(1 + 2 * 10, lines(baseline.resolve("one/intervals.csv")));
        assertEquals(1 + 2 * 2, lines(folder.resolve("two/intervals.csv")));
        assertTrue(Files.readString(folder.resolve("two/manifest.json")).contains("\"resolution\" : \"5 min\""));
    }

    @Test
    void aResolutionNeedsAUnit() {
        Console refused = run(folder.resolve("result"), "--resolution", "5");
        assertEquals(2, refused.code());
        assertEquals(
                "purser run: --resolution: got 5, must be a length of time above 0 with its unit, such as '5 min'; "
                        + "see purser run --help\n",
                refused.err());
    }

    @Test
    void aFidelityHasItsNearestName() {
        Console refused = run(folder.resolve("result"), "--fidelity", "requests");
        assertEquals(2, refused.code());
        assertEquals(
                "purser run: --fidelity: got requests, must be one of request, interval, auto; did you mean `request`?; "
                        + "see purser run --help\n",
                refused.err());
    }

    @Test
    void theFidelityIsShownAndInTheManifest() throws IOException {
        Console shown = Console.purser("show", scenario.toString(), "--fidelity", "request");
        assertTrue(shown.out().lines().anyMatch(line -> line.matches("fidelity: request +# --fidelity")), shown.out());
        run(folder.resolve("two"), "--fidelity", "request");
        assertTrue(Files.readString(folder.resolve("two/manifest.json")).contains("\"fidelity\" : \"request\""));
        assertTrue(Files.readString(baseline.resolve("one/manifest.json")).contains("\"fidelity\" : \"auto\""));
    }

    @Test
    void statesAreKeptInOneFolderOrNone() {
        Console refused = run(folder.resolve("result"), "--surface", folder.toString(), "--no-surface");
        assertEquals(2, refused.code());
        assertTrue(refused.err().contains("--no-surface"), refused.err());
        assertEquals(0, run(folder.resolve("result"), "--no-surface").code());
    }

    @Test
    void quietMeansSilent() {
        assertEquals(new Console(0, "", ""), run(folder.resolve("result"), "--quiet"));
    }

    @Test
    void anExistingResultIsReplacedByForceAlone() throws IOException {
        Path out = folder.resolve("result");
        run(out);
        byte[] before = Files.readAllBytes(out.resolve("result.json"));
        assertEquals(2, run(out, "--seed", "5").code());
        assertArrayEquals(before, Files.readAllBytes(out.resolve("result.json")));
        assertEquals(0, run(out, "--seed", "5", "--force").code());
        assertFalse(java.util.Arrays.equals(before, Files.readAllBytes(out.resolve("result.json"))));
        assertEquals(FILES, names(out));
    }

    @Test
    void aFolderThatCannotBeWrittenIsRefused() {
        Path beneath = scenario.resolve("result");
        assertEquals(
                new Console(
                        2,
                        "",
                        "--out: cannot write " + beneath + " (" + scenario + " is a file); name a folder that can\n"),
                run(beneath));
    }

    @Test
    void everyProblemOfTheScenarioIsReportedAndNothingIsWritten() throws IOException {
        Files.writeString(
                scenario,
                Files.readString(scenario)
                        .replace("horizon: 10 min", "horizon: -10 min")
                        .replace("title:", "titel:"));
        Console refused = run(folder.resolve("result"));
        assertEquals(2, refused.code());
        assertEquals("", refused.out());
        assertTrue(refused.err().startsWith(scenario + ":3:1 titel: "), refused.err());
        assertTrue(refused.err().contains("did you mean `title`?"), refused.err());
        assertTrue(refused.err().contains(scenario + ":5:10 horizon: got -10 min"), refused.err());
        assertTrue(refused.err().endsWith("2 problems\n"), refused.err());
        assertFalse(refused.err().contains("Exception"), refused.err());
        assertEquals(List.of("tiny.yaml"), names(folder));
    }

    @Test
    void aMissingScenarioIsWrongInput() {
        Console refused = Console.purser("run", folder.resolve("missing.yaml").toString());
        assertEquals(2, refused.code());
        assertTrue(refused.err().startsWith(folder.resolve("missing.yaml").toString()), refused.err());
    }

    @Test
    void aScenarioMustBeNamed() {
        assertEquals(
                new Console(2, "", "purser run: Missing required parameter: 'SCENARIO'; see purser run --help\n"),
                Console.purser("run"));
    }

    @Test
    void validateAcceptsWhatRuns() {
        assertEquals(new Console(0, scenario + ": valid\n", ""), Console.purser("validate", scenario.toString()));
    }

    @Test
    void validateReportsAllFilesAtOnce() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.yaml"), "");
        Path list = Files.writeString(folder.resolve("list.yaml"), "- 1\n");
        Console refused = Console.purser("validate", empty.toString(), scenario.toString(), list.toString());
        assertEquals(2, refused.code());
        assertEquals(scenario + ": valid\n", refused.out());
        assertTrue(refused.err().contains(empty.toString()), refused.err());
        assertTrue(refused.err().contains(list + ":1:1"), refused.err());
        assertTrue(refused.err().endsWith("2 problems\n"), refused.err());
    }

    @Test
    void whatIsShownRunsToTheSameResult() throws IOException {
        Path effective = folder.resolve("effective.yaml");
        assertEquals(
                new Console(0, "", ""), Console.purser("show", scenario.toString(), "--out", effective.toString()));
        Console.purser(
                "run", effective.toString(), "--out", folder.resolve("two").toString());
        for (String name : List.of("result.json", "intervals.csv", "months.csv", "ledger.csv", "decisions.csv")) {
            assertEquals(
                    Files.readString(baseline.resolve("one").resolve(name)),
                    Files.readString(folder.resolve("two").resolve(name)),
                    name);
        }
    }

    @Test
    void showTakesTheSeed() {
        Console shown = Console.purser("show", scenario.toString(), "--seed", "4");
        assertEquals(0, shown.code());
        assertTrue(shown.out().lines().anyMatch(line -> line.matches("seed: 4 +# --seed")), shown.out());
    }

    @Test
    void theSchemaIsPrintedOrWritten() throws IOException {
        Path file = folder.resolve("scenario.schema.json");
        assertEquals(new Console(0, "", ""), Console.purser("schema", "--out", file.toString()));
        assertEquals(Console.purser("schema").out(), Files.readString(file));
        assertTrue(Files.readString(file).startsWith("{"));
        assertTrue(Console.purser("schema", "--page").out().startsWith("# "));
    }

    @Test
    void foldersAreNamedSafely() {
        assertEquals("quickstart", FolderName.of("quickstart"));
        assertEquals("etc-passwd", FolderName.of("../etc/passwd"));
        assertEquals("双十一-2026", FolderName.of("双十一 2026"));
        assertEquals("scenario", FolderName.of("..."));
    }

    private Console run(Path out, String... options) {
        List<String> arguments = Stream.concat(
                        Stream.of("run", scenario.toString(), "--out", out.toString()), Stream.of(options))
                .toList();
        return Console.purser(arguments.toArray(String[]::new));
    }

    private static long lines(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
