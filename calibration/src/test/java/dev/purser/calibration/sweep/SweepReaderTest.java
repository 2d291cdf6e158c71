package dev.purser.calibration.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Place;
import dev.purser.scenarios.format.tree.Problem;
import dev.purser.simulator.hardware.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SweepReaderTest {
    private static final String TABLE = """
            # measured somewhere
            name,size,card,server,format,batch,rate,mean,median,tail,file
            dlrm,4B,Tesla T4,onnx,FP16,64,32000,2,1.9,3.5,a.md
            dlrm,4B,Tesla T4,onnx,FP16,1,1000,1,0.9,1.5,a.md
            dlrm,22B,Tesla T4,onnx,FP32,1,500,2,1.9,3.5,b.md
            """;
    private static final List<String> MAP = List.of(
            "model=name+size",
            "hardware=card",
            "precision=format",
            "backend=server",
            "batch=batch",
            "time=mean",
            "p50=median",
            "p99.9=tail",
            "source=file");

    private final Findings findings = new Findings();

    @Test
    void groupsRowsIntoSweeps() {
        List<Sweep> sweeps = read(MAP, List.of("hardware:Tesla T4=T4", "model:dlrm 4B=dlrm-4b"), TimeUnit.MS, TABLE);
        assertEquals(List.of(), problems());
        assertEquals(2, sweeps.size());
        assertEquals(
                new Sweep.Key("dlrm-4b", "T4", Precision.FP16, "onnx"),
                sweeps.get(0).key());
        assertEquals(
                List.of(1, 64),
                sweeps.get(0).points().stream().map(MeasuredPoint::batch).toList());
        assertEquals(2_000_000, sweeps.get(0).points().get(1).meanNanos());
        assertEquals(
                new TreeMap<>(Map.of(0.5, 1_900_000.0, 0.999, 3_500_000.0)),
                sweeps.get(0).points().get(1).quantileNanos());
        assertEquals("a.md", sweeps.get(0).source());
        assertEquals("dlrm 22B", sweeps.get(1).key().model());
    }

    /** 64 samples at 32,000 samples a second take 2 ms. */
    @Test
    void derivesTheTimeFromTheThroughput() {
        List<String> map = List.of(
                "model='mine'",
                "hardware='T4'",
                "precision='FP16'",
                "backend='onnx'",
                "batch=batch",
                "throughput=rate");
        List<Sweep> sweeps =
                read(map, List.of(), TimeUnit.S, TABLE.lines().limit(4).reduce("", (a, b) -> a + b + "\n"));
        assertEquals(List.of(), problems());
        assertEquals(2e6, sweeps.get(0).points().get(1).meanNanos());
        assertEquals("mine on T4 at FP16 (onnx)", sweeps.get(0).key().toString());
        assertEquals("", sweeps.get(0).source());
    }

    /** The time of the computation is a part of the time, so it cannot pass it. */
    @Test
    void readsTheTimeOfTheComputation() {
        List<String> map = new ArrayList<>(MAP);
        map.add("compute=median");
        List<Sweep> sweeps = read(map, List.of(), TimeUnit.MS, TABLE);
        assertEquals(List.of(), problems());
        assertEquals(1_900_000, sweeps.get(0).points().get(1).computeNanos());
        map.set(map.size() - 1, "compute=tail");
        read(map, List.of(), TimeUnit.MS, TABLE);
        assertTrue(
                problems().get(0).contains("computing time of batch")
                        && problems().get(0).contains("must not pass the mean time"),
                problems().toString());
    }

    @Test
    void knowsTheUnitsOfTime() {
        for (var unit : Map.of(TimeUnit.NS, 2.0, TimeUnit.US, 2e3, TimeUnit.MS, 2e6, TimeUnit.S, 2e9)
                .entrySet()) {
            assertEquals(unit.getValue(), unit.getKey().toNanos(2));
        }
        assertEquals("ms", TimeUnit.MS.toString());
    }

    @Test
    void namesEveryBadRow() {
        String bad = TABLE
                + "dlrm,4B,Tesla T4,onnx,FP16,64,1,2,1.9,3.5,a.md\n"
                + "dlrm,4B,Tesla T4,onnx,FP17,0,1,fast,1.9,3.5,a.md\n"
                + "dlrm,4B,Tesla T4,onnx,FP16,8,1,2,3.5,1.9,a.md\n";
        List<Sweep> sweeps = read(MAP, List.of(), TimeUnit.MS, bad);
        assertEquals(
                List.of(
                        "t.csv:6 batch: got size 64 of dlrm 4B on Tesla T4 at FP16 (onnx) a second time, must be there"
                                + " once",
                        "t.csv:7 batch: got 0, must be a whole number from 1 to 1073741824",
                        "t.csv:7 format: got FP17, must be one of BF16, FP16, FP32, FP64, FP8, INT8, TF32; did you mean"
                                + " `FP16`?",
                        "t.csv:7 mean: got fast, must be a number above 0",
                        "t.csv:8: quantile 0.999 of batch 8 (ns): got 1900000.0, must be a finite number of at least"
                                + " 3500000.0"),
                problems());
        assertEquals(2, sweeps.get(0).points().size());
    }

    @Test
    void namesMissingColumns() {
        read(
                List.of("model=nam", "hardware=card", "precision=format", "backend=server", "batch=batch", "time=mean"),
                List.of(),
                TimeUnit.MS,
                TABLE);
        assertEquals(List.of("t.csv:2: column nam is missing; did you mean `name`?"), problems());
    }

    @Test
    void namesEveryMistakeInTheMap() {
        ColumnMap.of(
                List.of("modle=name", "batch", "time=mean", "throughput=rate", "p0=x"),
                Place.ofFile("--map"),
                findings);
        assertEquals(
                List.of(
                        "--map: got batch, must be meaning=column",
                        "--map: got both or neither of time and throughput, must be one of them",
                        "--map: got meaning modle, must be one of backend, batch, compute, hardware, model, p50, p99, precision,"
                                + " source, throughput, time; did you mean `model`?",
                        "--map: got meaning p0, must be one of backend, batch, compute, hardware, model, p50, p99, precision,"
                                + " source, throughput, time; did you mean `p50`?",
                        "--map: got nothing for backend, batch, hardware, model, precision, must say which column it is"),
                problems());
    }

    @Test
    void namesEveryMistakeInTheRenames() {
        Renames renames = Renames.of(
                List.of("hardware:a=b=c", "hardware:x", "gpu:a=b", "model:=b", "model:a="),
                Place.ofFile("--rename"),
                findings);
        assertEquals("c", renames.apply("hardware", "a=b"), "the last equals sign parts the names");
        assertEquals("z", renames.apply("hardware", "z"));
        assertEquals(
                List.of(
                        "--rename: got hardware:x, must be meaning:theirs=ours",
                        "--rename: got meaning gpu, must be one of backend, hardware, model, precision",
                        "--rename: got model:=b, must be meaning:theirs=ours",
                        "--rename: got model:a=, must be meaning:theirs=ours"),
                problems());
    }

    private List<Sweep> read(List<String> map, List<String> renames, TimeUnit unit, String text) {
        SweepReader reader = new SweepReader(
                ColumnMap.of(map, Place.ofFile("--map"), findings),
                Renames.of(renames, Place.ofFile("--rename"), findings),
                unit);
        return reader.read(Place.ofFile("t.csv"), text, findings);
    }

    private List<String> problems() {
        return findings.problems().stream().map(Problem::toString).toList();
    }
}
