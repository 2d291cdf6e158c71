package dev.purser.calibration.check.measured;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.calibration.sweep.Renames;
import dev.purser.calibration.sweep.TimeUnit;
import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Place;
import dev.purser.scenarios.format.tree.Problem;
import dev.purser.scenarios.profile.Profiles;
import dev.purser.simulator.serving.BatchingSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadReaderTest {
    private static final Place FILE = Place.ofFile("load.csv");
    private static final Map<String, String> ON_A30 =
            Map.of("model", "wide-and-deep", "hardware", "A30", "precision", "FP16", "backend", "tensorrt");

    private final Findings findings = new Findings();

    @Test
    void columnsMeanWhatTheyAreCalled() {
        LoadPoint point = read(List.of(), Map.of(), """
                        model,hardware,precision,backend,clients,think,samples,instances,largest-batch,preferred,wait,throughput,p50,p99
                        wide-and-deep,A30,FP16,tensorrt,8,0.5,2048,2,131072,16384;131072,0.1,4000000,4.5,
                        """).get(0);
        assertEquals(List.of(), problems());
        assertEquals("wide-and-deep on A30 at FP16 (tensorrt)", point.key().toString());
        assertEquals(new Load(8, 0, 500_000, 2048), point.load());
        assertEquals(2, point.instances());
        assertEquals(new BatchingSpec(131_072, 100_000, List.of(16_384, 131_072)), point.batching());
        assertEquals(Map.of(Figure.THROUGHPUT, 4e6, Figure.P50, 4.5e6), point.measured());
    }

    /** One instance, no wait, and the largest batch the law was fitted on. */
    @Test
    void whatIsLeftOutIsPlain() {
        LoadPoint point =
                read(List.of(), ON_A30, "rate,samples,requests\n100,64,99.5\n").get(0);
        assertEquals(List.of(), problems());
        assertEquals(new Load(0, 100, 0, 64), point.load());
        assertEquals(1, point.instances());
        assertEquals(new BatchingSpec(131_072, 0, List.of()), point.batching());
        assertEquals(Map.of(Figure.THROUGHPUT, 99.5 * 64), point.measured());
    }

    @Test
    void foreignColumnsAreMapped() {
        List<String> map = List.of(
                "model='wide-and-deep'",
                "hardware=vendor+gpu",
                "precision='FP16'",
                "backend='tensorrt'",
                "clients=concurrency",
                "samples='2048'",
                "p95=tail");
        LoadPoint point = read(map, Map.of(), "vendor,gpu,concurrency,noise,tail\nNVIDIA,A30,16,x,9.5\n")
                .get(0);
        assertEquals(List.of(), problems());
        assertEquals("A30", point.key().hardware());
        assertEquals(new Load(16, 0, 0, 2048), point.load());
        assertEquals(Map.of(Figure.P95, 9.5e6), point.measured());
    }

    @Test
    void namesEveryBadRow() {
        List<LoadPoint> points = read(List.of(), ON_A30, """
                clients,rate,samples,preferred,throughput
                8,,2048,,1000
                eight,,2048,,1000
                8,,0,,1000
                8,5,2048,,1000
                ,,2048,,1000
                8,,2048,,
                8,,2048,64;32,1000
                8,,2048,many,1000
                8,,2048,,-3
                8,,,,1000
                """);
        assertEquals(1, points.size());
        assertEquals(
                List.of(
                        "load.csv:3 clients: got eight, must be a whole number from 1 to 1000000",
                        "load.csv:4 samples: got 0, must be a whole number from 1 to 1073741824",
                        "load.csv:5: load: got 8 clients, must be clients or a rate above 0, not both",
                        "load.csv:6: load: got 0 clients, must be clients or a rate above 0, not both",
                        "load.csv:7: measured figures: got none, must be at least one",
                        "load.csv:8: preferred size 2: got 32, must be at least 65",
                        "load.csv:9 preferred: got many, must be rising whole numbers with ; between them",
                        "load.csv:10 throughput: got -3, must be a finite number above 0",
                        "load.csv:11 samples: got nothing, must be given"),
                problems());
    }

    @Test
    void aRowWithoutALawNamesTheNearest() {
        read(List.of(), Map.of(), """
                model,hardware,precision,backend,clients,samples,p50
                wide-and-deap,A30,FP16,tensorrt,8,64,1
                wide-and-deep,A30,FP17,tensorrt,8,64,1
                wide-and-deap,A30,FP16,tensorrt,8,64,quick
                """);
        assertEquals(4, problems().size(), problems().toString());
        assertEquals(
                "load.csv:4 p50: got quick, must be a number above 0",
                problems().get(3));
        assertTrue(problems().get(0).startsWith("load.csv:2: got wide-and-deap on A30 at FP16 (tensorrt), must be a"));
        assertTrue(
                problems().get(0).contains("did you mean `wide-and-deep`?"),
                problems().get(0));
        assertTrue(problems().get(1).startsWith("load.csv:3 precision: got FP17, must be one of BF16, FP16"));
    }

    @Test
    void unknownColumnsAreNotPassedOver() {
        read(List.of(), ON_A30, "clients,samples,instanses,p50\n8,64,2,1\n");
        assertEquals(1, problems().size());
        assertTrue(
                problems().get(0).contains("got column instanses"), problems().get(0));
        assertTrue(
                problems().get(0).contains("did you mean `instances`?"),
                problems().get(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cleints=c | got meaning cleints, must be one of model,",
                "clients= | got clients=, must be meaning=column",
                "clients='many' | got clients='many', must be a whole number above 0 in quotes",
                "wait='-1' | got wait='-1', must be a decimal number in quotes",
                "clients=c | got nothing for samples, must say which column it is"
            })
    void badMapsAreNamed(String assignment, String problem) {
        LoadColumns.of(List.of(assignment), ON_A30, Place.ofFile("--map"), findings);
        assertTrue(
                problems().stream().anyMatch(each -> each.startsWith("--map: " + problem)),
                () -> problems().toString());
    }

    @Test
    void aMapNeedsOneLoad() {
        LoadColumns.of(List.of("samples=s"), ON_A30, Place.ofFile("--map"), findings);
        assertEquals(List.of("--map: got both or neither of clients and rate, must be one of them"), problems());
    }

    private List<LoadPoint> read(List<String> map, Map<String, String> given, String text) {
        List<String> renames = List.of("hardware:NVIDIA A30=A30");
        LoadReader reader = new LoadReader(
                LoadColumns.of(map, given, Place.ofFile("--map"), findings),
                Renames.of(renames, Place.ofFile("--rename"), findings),
                TimeUnit.MS,
                Profiles.shipped());
        return new ArrayList<>(reader.read(FILE, text, findings));
    }

    private List<String> problems() {
        return findings.problems().stream().map(Problem::toString).toList();
    }
}
