package dev.purser.scenarios.output;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.experiment.RunResult;
import dev.purser.simulator.experiment.SurfaceUse;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every file against the figures that stand in {@link SmallRun}. */
class RunOutputTest {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        writeTo(folder);
    }

    @Test
    void theLedgerHasTheColumnsThatAreDocumented() throws IOException {
        assertEquals(
                "period_start,period_end,class,activity,service,pool,item,quantity,unit,unit_price,amount,billed,"
                        + "currency,cause",
                Files.readAllLines(folder.resolve("ledger.csv")).get(0));
    }

    @Test
    void aLedgerLineIsExactAndKnowsTheOffset() throws IOException {
        // Two hours from 01:00 over the change of clocks end at 04:00.
        assertEquals(
                "2026-03-29T01:00:00+01:00,2026-03-29T04:00:00+02:00,hardware,serving,ranking,cpu,"
                        + "c7i.xlarge on-demand,2,h,0.178500,1.0005000000,1.0005000000,USD,2 leases",
                Files.readAllLines(folder.resolve("ledger.csv")).get(1));
    }

    @Test
    void theLinesSumToTheTotalsToTheLastDigit() throws IOException {
        List<CSVRecord> lines = rows("ledger.csv");
        JsonNode cost = json("result.json").get("cost");
        assertEquals(sum(lines, "amount"), cost.get("effective").decimalValue());
        assertEquals(sum(lines, "billed"), cost.get("billed").decimalValue());
        assertEquals(new BigDecimal("7.2505000001"), cost.get("effective").decimalValue());
        assertEquals(new BigDecimal("101.0005000001"), cost.get("billed").decimalValue());
    }

    @Test
    void aMonthSaysWhatBecameOfItsRequests() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("months.csv"));
        assertEquals(2, lines.size());
        assertTrue(
                lines.get(1)
                        .startsWith(
                                "2026-03-29T01:00:00+01:00,2026-03-29T04:00:00+02:00,service,ranking,940,940,900,0,40,"),
                lines.get(1));
    }

    @Test
    void formulasAreDisarmed() throws IOException {
        assertEquals("'" + SmallRun.HOSTILE_ITEM, rows("ledger.csv").get(1).get("item"));
    }

    @Test
    void theFidelityOfTheRunIsStated() throws IOException {
        assertEquals("request", json("result.json").get("fidelity").stringValue());
        assertTrue(json("result.json").get("surface").isNull());
        assertEquals("request", json("manifest.json").get("run_at_fidelity").stringValue());
    }

    @Test
    void atIntervalLevelItIsSaidWhatWasTakenFromTheSurface() throws IOException {
        RunResult run = SmallRun.result();
        ResultSummary.write(
                new RunResult(
                        run.scenario(),
                        run.intervals(),
                        run.summaries(),
                        run.months(),
                        run.decisions(),
                        run.usage(),
                        run.ledger(),
                        run.isolated(),
                        run.events(),
                        Optional.of(new SurfaceUse(180, 42_000_000, 2_500))),
                folder.resolve("interval.json"));
        assertEquals("interval", json("interval.json").get("fidelity").stringValue());
        assertEquals(
                "{\"states\":180,\"micro_simulation_requests\":42000000,\"followed_requests\":2500}",
                compact(json("interval.json").get("surface")));
    }

    @Test
    void costIsBrokenDown() throws IOException {
        JsonNode cost = json("result.json").get("cost");
        assertEquals("USD", cost.get("currency").stringValue());
        assertEquals("{\"hardware\":1.0005000001,\"people\":6.25}", compact(cost.get("by_class")));
        assertEquals("{\"2026-03\":7.2505000001}", compact(cost.get("by_month")));
        assertEquals("{\"(shared)\":6.2500000001,\"ranking\":1.0005}", compact(cost.get("by_service")));
        assertEquals("{\"(shared)\":6.25,\"cpu\":1.0005000001}", compact(cost.get("by_pool")));
        assertEquals("[{\"event\":\"sale\",\"with\":7.5,\"without\":5,\"cost\":2.5}]", compact(cost.get("of_events")));
    }

    @Test
    void costPerThousandRequestsCountsTheAnsweredOnes() throws IOException {
        // 1000 + 5 answered by the pipeline; the service's own counts are no user requests.
        BigDecimal perThousand = json("result.json")
                .get("cost")
                .get("per_1000_answered_requests")
                .decimalValue();
        assertEquals(7.2505000001 / 1.005, perThousand.doubleValue(), 1e-10);
    }

    /** 1.0005 for 500 requests. */
    @Test
    void costPerThousandRequestsOfAService() throws IOException {
        JsonNode cost = json("result.json").get("cost");
        assertEquals("{\"ranking\":2.001}", compact(cost.get("per_1000_answered_by_service")));
    }

    @Test
    void whatIsPaidInAdvanceIsStated() throws IOException {
        JsonNode cost = json("result.json").get("cost");
        assertEquals("93.75", compact(cost.get("prepaid_balance")));
        assertEquals(
                "[{\"kind\":\"prepayment\",\"name\":\"engineer\",\"pool\":\"(shared)\",\"at_start\":0,"
                        + "\"at_end\":93.75}]",
                compact(cost.get("obligations")));
    }

    @Test
    void latencyIsHeldAgainstTheObjective() throws IOException {
        JsonNode search = json("result.json").get("pipelines").get("search");
        assertEquals(
                "{\"quantile\":0.99,\"latency_ms\":150,\"share_within\":0.985000000,\"kept\":false}",
                compact(search.get("objective")));
        assertEquals(
                "{\"mean_of_answered\":11.500,\"p50\":12.346,\"p90\":12.346,\"p95\":12.346,\"p99\":12.346,"
                        + "\"p99_9\":\"missed\"}",
                compact(search.get("latency_ms")));
        assertEquals(
                "{\"offered\":1010,\"full\":905,\"cached\":60,\"fallback\":40,\"rejected\":3,\"timed_out\":1,"
                        + "\"in_flight_at_end\":1,\"failed_share\":0.003964321}",
                compact(search.get("requests")));
        assertFalse(json("result.json").get("services").get("ranking").has("objective"));
    }

    @Test
    void theFleetIsCounted() throws IOException {
        assertEquals(
                "{\"instance\":\"c7i.xlarge\",\"purchase\":\"on-demand\",\"instances_started\":2,\"most_at_once\":2,"
                        + "\"instance_hours\":3}",
                compact(json("result.json").get("pools").get("cpu")));
    }

    @Test
    void intervalsCarryUnitsAndMissedQuantiles() throws IOException {
        List<CSVRecord> rows = rows("intervals.csv");
        assertEquals("2026-03-29T01:00:00+01:00", rows.get(0).get("interval_start"));
        assertEquals("3600", rows.get(0).get("length_s"));
        assertEquals("1000", rows.get(0).get("served"));
        assertEquals("0.333333", rows.get(1).get("utilisation"));
        assertEquals("12.346", rows.get(1).get("p99_ms"));
        assertEquals("2026-03-29T03:00:00+02:00", rows.get(2).get("interval_start"));
        assertEquals("missed", rows.get(2).get("p50_ms"));
        assertEquals("", rows.get(3).get("p50_ms"));
    }

    @Test
    void decisionsSayWhy() throws IOException {
        assertEquals(
                List.of(
                        "time,subject,from,to,metric,rule",
                        "2026-03-29T01:00:15+01:00,service ranking,1,2,CPU 75 % of 60 %,scale up"),
                Files.readAllLines(folder.resolve("decisions.csv")));
    }

    @Test
    void theManifestHasWhatTheResultDependsOn() throws IOException {
        JsonNode manifest = json("manifest.json");
        // SHA-256 of "abc" is the example of FIPS 180-2, appendix B.1.
        assertEquals(
                "[{\"role\":\"scenario\",\"file\":\"small.yaml\",\"bytes\":3,\"sha256\":"
                        + "\"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\"}]",
                compact(manifest.get("inputs")));
        assertEquals(7, manifest.get("seed").longValue());
        assertEquals("2026-01-31", manifest.get("catalogue_date").stringValue());
        assertEquals("{\"resolution\":\"3600 s\"}", compact(manifest.get("options")));
        assertEquals(
                List.of("result.json", "intervals.csv", "months.csv", "ledger.csv", "decisions.csv", "report.txt"),
                List.copyOf(manifest.get("outputs").propertyNames()));
    }

    @Test
    void theManifestHashesWhatWasWritten() throws IOException, NoSuchAlgorithmException {
        JsonNode outputs = json("manifest.json").get("outputs");
        for (String name : outputs.propertyNames()) {
            byte[] content = Files.readAllBytes(folder.resolve(name));
            assertEquals(
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content)),
                    outputs.get(name).stringValue());
        }
    }

    @Test
    void twoRunsGiveTheSameBytes(@TempDir Path again) throws IOException {
        writeTo(again);
        for (String name :
                List.of("result.json", "intervals.csv", "months.csv", "ledger.csv", "decisions.csv", "manifest.json")) {
            assertArrayEquals(Files.readAllBytes(folder.resolve(name)), Files.readAllBytes(again.resolve(name)), name);
        }
    }

    @Test
    void filesEndTheirLinesTheSameWayEverywhere() throws IOException {
        for (String name :
                List.of("result.json", "intervals.csv", "months.csv", "ledger.csv", "decisions.csv", "manifest.json")) {
            String text = Files.readString(folder.resolve(name));
            assertFalse(text.contains("\r"), name);
            assertTrue(text.endsWith("\n"), name);
        }
    }

    private static void writeTo(Path folder) throws IOException {
        Path source = folder.resolve("source");
        Files.createDirectory(source);
        Path scenario = Files.writeString(source.resolve("small.yaml"), "abc");
        Manifest manifest = new Manifest(
                List.of(InputFile.read("scenario", scenario, source)),
                7,
                Optional.of(LocalDate.of(2026, 1, 31)),
                List.of(),
                Map.of("resolution", "3600 s"));
        new RunOutput((result, into) -> {
                    Files.writeString(
                            into.resolve("report.txt"), result.scenario().title());
                    return List.of("report.txt");
                })
                .write(SmallRun.result(), manifest, folder);
    }

    private List<CSVRecord> rows(String name) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(Files.readString(folder.resolve(name)), format)) {
            return parser.getRecords();
        }
    }

    private static BigDecimal sum(List<CSVRecord> lines, String column) {
        return lines.stream().map(line -> new BigDecimal(line.get(column))).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private JsonNode json(String name) throws IOException {
        return MAPPER.readTree(Files.readString(folder.resolve(name)));
    }

    private static String compact(JsonNode node) {
        return node.toString();
    }
}
