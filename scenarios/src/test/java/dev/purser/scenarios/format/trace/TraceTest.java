package dev.purser.scenarios.format.trace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Place;
import dev.purser.scenarios.format.tree.Problem;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceTest {
    private static final Place FILE = Place.ofFile("t.csv");
    private static final long MINUTE = 60_000_000_000L;

    private final Findings findings = new Findings();

    private List<Point> csv(String text) {
        return csv(text, TraceTimes.ISO, "UTC");
    }

    private List<Point> csv(String text, TraceTimes times, String zone) {
        return new CsvTrace("time", Optional.of("n"), times, ZoneId.of(zone)).read(FILE, text, findings);
    }

    private Bins bins(String text, Gaps gaps) {
        return Bins.of(FILE, csv(text), OptionalLong.empty(), gaps, findings);
    }

    private List<String> problems() {
        return findings.problems().stream().map(Problem::toString).toList();
    }

    @Test
    void countsComeInBinsOfTheShortestDistance() {
        Bins bins = bins("n,time\n3,2026-01-01T00:00\n4,2026-01-01T00:01\n5.5,2026-01-01 00:02:00\n", Gaps.REFUSE);
        assertEquals(List.of(), problems());
        assertEquals(Instant.parse("2026-01-01T00:00:00Z"), bins.start());
        assertEquals(MINUTE, bins.binNanos());
        assertArrayEquals(new double[] {3, 4, 5.5}, bins.counts());
    }

    /** Minutes 1 and 2 are missing and minute 4 is blank; a line from 3 to 9 passes 5 and 7, one from 9 to 1 passes 5. */
    @ParameterizedTest
    @CsvSource({"ZERO,0;0;0", "REPEAT,3;3;9", "INTERPOLATE,5;7;5"})
    void gapsAreFilledAsTold(Gaps gaps, String expected) {
        Bins bins =
                bins("time,n\n2026-01-01T00:00,3\n2026-01-01T00:03,9\n2026-01-01T00:04,\n2026-01-01T00:05,1\n", gaps);
        double[] filled = List.of(expected.split(";")).stream()
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertEquals(List.of(), problems());
        assertArrayEquals(new double[] {3, filled[0], filled[1], 9, filled[2], 1}, bins.counts());
    }

    @Test
    void gapsAreRefusedUnlessTold() {
        bins("time,n\n2026-01-01T00:00,3\n2026-01-01T00:01,3\n2026-01-01T00:03,\n2026-01-01T00:04,1\n", Gaps.REFUSE);
        assertEquals(1, problems().size());
        assertTrue(
                problems()
                        .get(0)
                        .startsWith(
                                "t.csv: got no count from 2026-01-01T00:02:00Z to 2026-01-01T00:04:00Z (2 bins), must be complete"));
    }

    @Test
    void aGapAtTheEndCannotBeInterpolated() {
        bins("time,n\n2026-01-01T00:00,3\n2026-01-01T00:01,\n", Gaps.INTERPOLATE);
        assertTrue(problems().get(0).contains("(1 bin)"), problems().get(0));
    }

    @Test
    void textInANumberColumnIsReportedByLineAndCounted() {
        String rows = IntStream.range(0, 60)
                .mapToObj(i -> "2026-01-01T00:%02d,%s".formatted(i, i % 2 == 0 ? "7" : "many"))
                .collect(Collectors.joining("\n"));
        csv("time,n\n" + rows);
        assertEquals(21, problems().size());
        assertEquals(
                "t.csv: got 30 problems in this file, of which the first 20 are listed",
                problems().get(0));
        assertEquals(
                "t.csv:3 n: got many, must be a number of arrivals, not negative",
                problems().get(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'time,n\n2026-01-01T00:00,-1'                          | t.csv:2 n: got -1, must be a number of arrivals
            'time,n\n2026-01-01T00:00,NaN'                         | t.csv:2 n: got NaN, must be a number of arrivals
            'time,n\n2026-01-01T00:00,1e999'                       | t.csv:2 n: got 1e999, must be a number of arrivals
            'time,n\nyesterday,1'                                  | t.csv:2 time: got yesterday, must be a time: ISO 8601
            'time,m\n2026-01-01T00:00,1'                           | t.csv:1: got the columns time, m, must have n
            'time,n\n"2026-01-01T00:00,1'                          | t.csv: got a broken CSV table
            ''                                                     | t.csv: got an empty file, must be a CSV table with a header
            'time,n\n2026-01-01T00:00,1'                           | t.csv: got 1 sample, must be at least 2
            'time,n\n2026-01-01T00:01,1\n2026-01-01T00:00,1'       | t.csv:3: got 2026-01-01T00:00:00Z after 2026-01-01T00:01:00Z, must be in order
            'time,n\n2026-01-01T00:00,1\n2026-01-01T00:02,1\n2026-01-01T00:05,1' | t.csv:4: got 2026-01-01T00:05:00Z, must be a multiple of the bin length, 2 min
            """)
    void brokenTracesAreRefusedAtTheirLine(String text, String expected) {
        bins(text.replace("\\n", "\n"), Gaps.REFUSE);
        assertTrue(
                problems().stream().anyMatch(problem -> problem.startsWith(expected)),
                () -> problems().toString());
    }

    @Test
    void epochTimesAreRead() {
        assertEquals(
                Instant.parse("2026-11-11T20:00:00.500Z"),
                csv("time,n\n1794427200.5,1", TraceTimes.EPOCH_S, "UTC").get(0).at());
        assertEquals(
                Instant.parse("2026-11-11T20:00:00.500Z"),
                csv("time,n\n1794427200500,1", TraceTimes.EPOCH_MS, "UTC")
                        .get(0)
                        .at());
    }

    /** On 2026-10-25 Berlin has 02:00 and 02:30 twice; on 2026-03-29 it has no 02:30. */
    @Test
    void civilTimesFollowTheZoneThroughDaylightSaving() {
        String autumn = "time,n\n2026-10-25T01:30,1\n2026-10-25T02:00,2\n2026-10-25T02:30,3\n2026-10-25T02:00,4\n"
                + "2026-10-25T02:30,5\n2026-10-25T03:00,6\n";
        Bins bins = Bins.of(
                FILE, csv(autumn, TraceTimes.ISO, "Europe/Berlin"), OptionalLong.empty(), Gaps.REFUSE, findings);
        assertEquals(List.of(), problems());
        assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6}, bins.counts());
        csv("time,n\n2026-03-29T02:30,1", TraceTimes.ISO, "Europe/Berlin");
        assertTrue(
                problems().get(0).contains("ISO 8601 that exists in Europe/Berlin"),
                problems().get(0));
    }

    @Test
    void singleArrivalsAreCounted() {
        List<Point> points = new CsvTrace("time", Optional.empty(), TraceTimes.EPOCH_S, ZoneId.of("UTC"))
                .read(FILE, "time\n100.2\n100.4\n103\n100.9\n", findings);
        Bins bins = Bins.ofArrivals(FILE, points, 1_000_000_000L, findings);
        assertEquals(List.of(), problems());
        assertArrayEquals(new double[] {3, 0, 1}, bins.counts());
    }

    @Test
    void oneHundredThousandLinesAreRead() {
        StringBuilder text = new StringBuilder("time,n\n");
        for (int i = 0; i < 100_000; i++) {
            text.append(1_000_000_000L + 60L * i).append(',').append(i).append('\n');
        }
        List<Point> points = csv(text.toString(), TraceTimes.EPOCH_S, "UTC");
        Bins bins = Bins.of(FILE, points, OptionalLong.empty(), Gaps.REFUSE, findings);
        assertEquals(100_000, bins.counts().length);
        assertEquals(99_999, bins.counts()[99_999]);
        assertEquals(100_001, points.get(99_999).line());
    }

    @Test
    void prometheusSeriesAreAddedUpWhereAllowed() {
        String json = """
                {"status": "success", "data": {"resultType": "matrix", "result": [
                  {"metric": {"pod": "a"}, "values": [[60, "1"], [120.0, "2.5"]]},
                  {"metric": {"pod": "b"}, "values": [[60, "10"], [120.0, "NaN"]]}]}}
                """;
        List<Point> points = new PrometheusTrace(true).read(FILE, json, findings);
        assertEquals(List.of(), problems());
        assertEquals(11, points.get(0).count());
        assertTrue(Double.isNaN(points.get(1).count()));
        new PrometheusTrace(false).read(FILE, json, findings);
        assertEquals(List.of("t.csv: got 2 series, must be one; `series: sum` adds them up"), problems());
    }

    /** The second pod started later: what the first alone got at 60 s is not what both got. */
    @Test
    void aMomentThatOneSeriesLacksIsAGap() {
        String json = """
                {"status": "success", "data": {"resultType": "matrix", "result": [
                  {"metric": {"pod": "a"}, "values": [[60, "1"], [120, "2"]]},
                  {"metric": {"pod": "b"}, "values": [[120, "10"]]}]}}
                """;
        List<Point> points = new PrometheusTrace(true).read(FILE, json, findings);
        assertEquals(List.of(), problems());
        assertTrue(Double.isNaN(points.get(0).count()));
        assertEquals(12, points.get(1).count());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"a": [}                                          | t.csv:1:8: got broken JSON
            {}                                                | t.csv: got a result of type nothing with 0 series, must be a matrix
            {"data": {"resultType": "vector", "result": [1]}} | t.csv: got a result of type vector
            {"data": {"resultType": "matrix", "result": [{"values": [[1, "x"]]}]}}  | t.csv: got the sample [1,"x"], must be
            {"data": {"resultType": "matrix", "result": [{"values": [[1, "-2"]]}]}} | t.csv: got the sample [1,"-2"], must be
            {"data": {"resultType": "matrix", "result": [{"values": [7]}]}}         | t.csv: got the sample 7, must be
            """)
    void brokenAnswersAreRefused(String json, String expected) {
        new PrometheusTrace(false).read(FILE, json, findings);
        assertTrue(
                problems().stream().anyMatch(problem -> problem.startsWith(expected)),
                () -> problems().toString());
    }
}
