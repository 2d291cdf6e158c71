package dev.purser.scenarios.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.scenarios.format.tree.Problem;
import dev.purser.simulator.traffic.TrafficSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scenarios whose traffic is recorded. */
class TracedScenarioTest {
    private static final String CSV = "time,n\n2026-03-01T23:00,600\n2026-03-02T00:00,1200\n2026-03-02T01:00,1800\n";

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("t.csv"), CSV);
        Files.writeString(
                folder.resolve("p.json"),
                "{\"data\": {\"resultType\": \"matrix\", \"result\": [{\"values\": [[3600, \"2\"], [7200, \"3\"]]}]}}");
    }

    private Loaded load(String traffic) throws IOException {
        String yaml = BadInputTest.VALID.replace("{rate: 100 /s}", traffic).replace("horizon: 2 d", "horizon: 2 h");
        return ScenarioLoader.shipped().load(Files.writeString(folder.resolve("shop.yaml"), yaml));
    }

    private TrafficSpec.Trace trace(String traffic) throws IOException {
        Loaded loaded = load(traffic);
        assertEquals(List.of(), loaded.problems());
        return (TrafficSpec.Trace)
                loaded.scenario().orElseThrow().pipelines().get(0).traffic();
    }

    private String problem(String traffic) throws IOException {
        List<Problem> problems = load(traffic).problems();
        assertEquals(1, problems.size(), problems::toString);
        return problems.get(0).toString().replace(folder + "/", "");
    }

    @Test
    void theFirstBinIsMovedToTheStartAndCountsAreScaled() throws IOException {
        TrafficSpec.Trace trace = trace("{trace: {file: t.csv, time: time, count: n, scale: 0.5}}");
        assertEquals(0, trace.startNanos());
        assertEquals(3_600_000_000_000L, trace.binNanos());
        assertEquals(List.of(300.0, 600.0, 900.0), trace.counts());
        assertTrue(trace.exact());
        assertEquals("t.csv, 3 bins of 1 h from 2026-03-01T23:00 UTC; counts times 0.5", trace.source());
    }

    @Test
    void whatWasFilledInIsSaid() throws IOException {
        Files.writeString(
                folder.resolve("t.csv"), "time,n\n2026-03-02T00:00,1\n2026-03-02T01:00,1\n2026-03-02T04:00,1\n");
        assertEquals(
                "t.csv, 5 bins of 1 h from 2026-03-02T00:00 UTC; 2 of them were missing and filled in (gaps: repeat)",
                trace("{trace: {file: t.csv, time: time, count: n, gaps: repeat}}")
                        .source());
    }

    @Test
    void anEmptyFileAndAnErrorOfPrometheusAreSaidSo() throws IOException {
        Files.writeString(folder.resolve("t.csv"), "");
        Files.writeString(folder.resolve("p.json"), "{\"status\": \"error\", \"error\": \"too many samples\"}");
        assertEquals(
                "t.csv: got an empty file, must be a CSV table with a header",
                problem("{trace: {file: t.csv, time: time, count: n}}"));
        assertEquals(
                "p.json: got an error of Prometheus, too many samples, must be its answer to query_range",
                problem("{prometheus: {file: p.json, as: rate}}"));
    }

    /** The scenario starts at midnight in Berlin, which is 23:00 UTC of the day before. */
    @Test
    void datesCanBeKept() throws IOException {
        assertEquals(
                0,
                trace("{trace: {file: t.csv, time: time, count: n, dates: kept}}")
                        .startNanos());
        assertEquals(
                -3_600_000_000_000L,
                trace("{trace: {file: t.csv, time: time, count: n, dates: kept, zone: Europe/Berlin}}")
                        .startNanos());
    }

    @Test
    void theFileIsAnInput() throws IOException {
        List<Path> inputs = load("{trace: {file: t.csv, time: time, count: n}}").inputs();
        assertEquals(List.of(folder.resolve("shop.yaml"), folder.resolve("t.csv")), inputs);
    }

    @Test
    void partOfATraceCanBeTaken() throws IOException {
        TrafficSpec.Trace trace = trace("{trace: {file: t.csv, time: time, count: n, from: 2026-03-02, gaps: zero}}");
        assertEquals(List.of(1200.0, 1800.0), trace.counts());
    }

    /** A value at t is the rate over the step that ends at t: 2 /s x 3600 s = 7200. */
    @Test
    void prometheusRatesBecomeCounts() throws IOException {
        assertEquals(
                List.of(7200.0, 10800.0),
                trace("{prometheus: {file: p.json, as: rate}}").counts());
        assertEquals(
                List.of(2.0, 3.0),
                trace("{prometheus: {file: p.json, as: count}}").counts());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {trace: {file: u.csv, time: time, count: n}}        | shop.yaml:16:29 pipelines.search.traffic.trace.file: got u.csv, no such file; must be a file beside the scenario
            {trace: {file: /etc/passwd, time: time, count: n}}  | got /etc/passwd, must stay inside the folder of the scenario (`--allow-outside` lifts this)
            {trace: {file: ../t.csv, time: time, count: n}}     | got ../t.csv, must stay inside the folder of the scenario (`--allow-outside` lifts this)
            {trace: {file: t.csv, time: tim, count: n}}         | t.csv:1: got the columns time, n, must have tim; did you mean `time`?
            {trace: {file: t.csv, time: time}}                  | got none, must be a length, such as 1 s, where `count` is none
            {trace: {file: t.csv, time: time, count: n, gaps: skip}} | got skip, must be one of refuse, zero, interpolate, repeat
            {trace: {file: t.csv, time: time, count: n, from: 2026-03-02T01:00}} | t.csv: got 1 sample, must be at least 2 in the selected time
            {trace: {file: t.csv, time: time, count: n, until: 2026-03-02T00:30, from: 2026-03-03}} | got 2026-03-02T00:30, must be after `from`
            {prometheus: {file: t.csv, as: rate}}               | t.csv:1:1: got broken JSON
            """)
    void whatCannotBeReplayedIsRefused(String traffic, String expected) throws IOException {
        String problem = problem(traffic);
        assertTrue(problem.contains(expected), problem);
    }

    @Test
    void aTraceMustCoverTheHorizon() throws IOException {
        String problem = problem(
                "{trace: {file: t.csv, time: time, count: n, until: 2026-03-02T01:00}}".replace("t.csv", "short.csv"));
        assertTrue(problem.contains("no such file"));
        Files.writeString(folder.resolve("short.csv"), "time,n\n2026-03-02T00:00,1\n2026-03-02T00:30,1\n");
        problem = problem("{trace: {file: short.csv, time: time, count: n}}");
        assertTrue(
                problem.endsWith("got a trace that covers 2026-03-02T00:00 to 2026-03-02T01:00, must cover the horizon,"
                        + " 2026-03-02T00:00 to 2026-03-02T02:00; `gaps: zero` lets nothing arrive outside of it"),
                problem);
    }

    @Test
    void aLinkThatLeavesTheFolderIsRefusedUnlessAllowed(@TempDir Path elsewhere) throws IOException {
        Path target = Files.writeString(elsewhere.resolve("far.csv"), CSV);
        Files.createSymbolicLink(folder.resolve("link.csv"), target);
        String traffic = "{trace: {file: link.csv, time: time, count: n}}";
        assertTrue(problem(traffic).contains("must stay inside the folder"));
        assertEquals(
                List.of(),
                ScenarioLoader.shipped()
                        .allowingOutside(true)
                        .load(folder.resolve("shop.yaml"))
                        .problems());
    }
}
