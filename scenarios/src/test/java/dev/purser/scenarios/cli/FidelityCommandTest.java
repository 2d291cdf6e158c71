package dev.purser.scenarios.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FidelityCommandTest {
    @TempDir
    private Path folder;

    private Path scenario;

    @BeforeEach
    void copy() throws IOException {
        scenario = folder.resolve("tiny.yaml");
        try (InputStream tiny = RunCommandTest.class.getResourceAsStream("tiny.yaml")) {
            Files.copy(tiny, scenario);
        }
    }

    /** Ten minutes of 5 requests/s are about 3,000; one machine is there all the time, so that cost cannot differ. */
    @Test
    void theRowsAndWhatTheyComeToArePrinted() {
        Console done = fidelity("--seeds", "2");
        assertEquals("", done.err());
        List<String> lines = done.out().lines().toList();
        assertEquals("Ten minutes", lines.get(0));
        assertEquals("whole 2026-03-02 00:00 to 2026-03-02 00:10, the first 0 min of it warm-up", lines.get(2));
        assertTrue(lines.get(3).startsWith("seeds 1 to 2; "), lines.get(3));
        assertTrue(lines.get(5).matches("window +measure +request level +interval level .*"), lines.get(5));
        assertTrue(
                lines.get(6)
                        .matches("whole +cost per hour +0.5260 USD +0.5260 USD +\\+0.000 \\+- 0.000 % +0.5 % +within"),
                lines.get(6));
        assertTrue(lines.get(7).matches("whole +ranking ready replicas +1.000 +1.000 .* - +-"), lines.get(7));
        assertTrue(lines.get(12).matches("whole +search rejected .* 0.1 points +within"), lines.get(12));
        assertTrue(
                lines.get(14).matches("\\d of 5 rows within their bounds, \\d not shown, \\d missed"), lines.get(14));
        assertEquals(lines.get(14).startsWith("5 of 5") ? 0 : 1, done.code());
        assertEquals(
                !lines.get(14).contains(" 0 not shown"),
                done.out()
                        .endsWith(
                                "not shown: the interval reaches over the edge of its bound; --seeds 8 would about halve it\n"));
    }

    @Test
    void theFormatIsAMatterOfTaste() throws IOException {
        Path file = folder.resolve("table.md");
        fidelity("--seeds", "2", "--format", "markdown", "--out", file.toString());
        String page = Files.readString(file);
        assertTrue(
                page.startsWith("| scenario | within | not shown | missed |\n|---|---:|---:|---:|\n| Ten minutes | "),
                page);
        assertTrue(page.contains("\n### Ten minutes\n\n`tiny`, whole 2026-03-02 00:00 to "), page);
        assertTrue(page.contains("\n| whole | cost per hour | 0.5260 USD | 0.5260 USD | +0.000 ± 0.000 % |"), page);
        Console csv = fidelity("--seeds", "2", "--format", "csv");
        List<String> lines = csv.out().lines().toList();
        assertEquals(
                "scenario,window,measure,subject,request,interval,difference,half-width,bound,disagreeing,verdict",
                lines.get(0));
        assertEquals(
                "tiny,whole,cost,,0.526000000,0.526000000,0.000000000,0.000000000,0.005000000,0,within", lines.get(1));
        assertEquals(8, lines.size());
    }

    @Test
    void theSeedIsTheFirstOfThem() {
        Console done = fidelity("--seeds", "3", "--seed", "40");
        assertTrue(done.out().contains("\nseeds 40 to 42; "), done.out());
    }

    @Test
    void quietMeansSilent() {
        Console done = fidelity("--seeds", "2", "--quiet");
        assertEquals("", done.out());
        assertEquals("", done.err());
    }

    @Test
    void oneSeedHasNoInterval() {
        assertEquals(
                new Console(2, "", "purser fidelity: --seeds: got 1, must be at least 2; see purser fidelity --help\n"),
                fidelity("--seeds", "1"));
    }

    @Test
    void anInvalidScenarioIsWrongInput() throws IOException {
        Files.writeString(scenario, Files.readString(scenario).replace("horizon: 10 min", "horizon: ten"));
        Console refused = fidelity();
        assertEquals(2, refused.code());
        assertTrue(refused.err().startsWith(scenario + ":"), refused.err());
    }

    /** Names come from anybody: none may end a cell of a table. */
    @Test
    void namesCannotBreakTheTable() throws IOException {
        Files.writeString(scenario, Files.readString(scenario).replace("title: Ten minutes", "title: 'a | b <i>'"));
        Console done = fidelity("--seeds", "2", "--format", "markdown");
        assertTrue(done.out().contains("\n| a \\| b \\<i\\> | "), done.out());
    }

    private Console fidelity(String... options) {
        return Console.purser(
                Stream.concat(Stream.of("fidelity", scenario.toString(), "--no-surface"), Stream.of(options))
                        .toArray(String[]::new));
    }
}
