package dev.purser.scenarios.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Place;
import dev.purser.scenarios.format.tree.Problem;
import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.Ceilings;
import dev.purser.simulator.hardware.Device;
import dev.purser.simulator.hardware.DeviceProfile;
import dev.purser.simulator.hardware.EstimateBand;
import dev.purser.simulator.hardware.ImportedSweep;
import dev.purser.simulator.hardware.Measurement;
import dev.purser.simulator.hardware.Origin;
import dev.purser.simulator.hardware.Pauses;
import dev.purser.simulator.hardware.Precision;
import dev.purser.simulator.hardware.ProfileEntry;
import dev.purser.simulator.hardware.ServiceTimeLaw;
import dev.purser.simulator.hardware.Spread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProfileCodecTest {
    private static final String SWEEP = ", \"sweep\": {\"worstError\": 0.25, \"spreadError\": 0.125, \"points\": ["
            + "{\"batch\": 2, \"meanNanos\": 500, \"percentileNanos\": {\"p99\": 700.5}}, "
            + "{\"batch\": 64, \"meanNanos\": 900, \"percentileNanos\": {}}]}";

    private static final String TABLE = "\"table\": {\"sizes\": [1, 64], \"nanos\": [1000, 5000.5]}";
    private static final String LOGNORMAL = "\"lognormal\": {\"sigma\": 0.1}";

    private final Findings findings = new Findings();

    /** The sound text with {@code part} replaced, and the one problem that it has then. */
    record Broken(String part, String replacement, String problem) {}

    @Test
    void readsEveryField() {
        DeviceProfile profile = read(ProfileText.SOUND);
        assertEquals("small", profile.name());
        assertEquals("2026-03-02", profile.date());
        ProfileEntry entry = profile.entries().get(0);
        assertEquals("dlrm-4b on T4 at FP16 (tensorrt)", entry.label());
        assertEquals(Precision.FP16, entry.precision());
        assertEquals(Origin.MEASURED, entry.origin());
        assertEquals(1_000_000, entry.modelBytes());
        assertTrue(Double.isNaN(entry.fitError()));
        assertEquals(64, entry.law().largestBatch());
        assertEquals(List.of(1.0, 1.5), entry.law().sharedSpeed());
        assertEquals(new Spread.LogNormal(0.1), entry.law().spread());
        assertTrue(entry.law().time() instanceof BatchTime.Table);
        assertEquals(5000.5, entry.law().time().meanNanos(64));
    }

    @Test
    void readsEveryKind() {
        assertEquals(
                new BatchTime.Affine(10, 2),
                law(TABLE, "\"affine\": {\"fixedNanos\": 10, \"perSampleNanos\": 2}")
                        .time());
        assertEquals(5000.5, law("\"table\"", "\"paddedSteps\"").time().meanNanos(2));
        assertEquals(new Spread.None(), law(LOGNORMAL, "\"none\": {}").spread());
        assertEquals(
                new Spread.Gamma(9), law(LOGNORMAL, "\"gamma\": {\"shape\": 9}").spread());
        assertEquals(
                new Spread.Exponential(), law(LOGNORMAL, "\"exponential\": {}").spread());
        Spread.Empirical empirical = (Spread.Empirical)
                law(LOGNORMAL, "\"empirical\": {\"factors\": [1, 3]}").spread();
        assertEquals(0.5, empirical.factors()[0], "scaled to mean 1");
        assertEquals(
                new Spread.BySize(new TreeMap<>(Map.of(1, new Spread.Gamma(9), 64, new Spread.None()))),
                law(
                                LOGNORMAL,
                                "\"bySize\": {\"sizes\": [1, 64], \"spreads\": [{\"gamma\": {\"shape\": 9}}, {\"none\": {}}]}")
                        .spread());
    }

    @Test
    void readsTheHostTimeThatMayBeLeftOut() {
        String shared = "\"sharedSpeed\": [1.0, 1.5]";
        assertEquals(Optional.empty(), law(shared, shared).hostTime());
        assertEquals(
                Optional.of(new BatchTime.Affine(7, 0.5)),
                law(shared, shared + ", \"hostTime\": {\"fixedNanos\": 7, \"perSampleNanos\": 0.5}")
                        .hostTime());
    }

    @Test
    void readsTheSweepBehindAnImportedLaw() {
        String error = "\"fitError\": null";
        assertEquals(Optional.empty(), sweep(error));
        assertEquals(
                Optional.of(new ImportedSweep(
                        0.25,
                        0.125,
                        List.of(
                                new ImportedSweep.Point(2, 500, new TreeMap<>(Map.of(0.99, 700.5))),
                                new ImportedSweep.Point(64, 900, new TreeMap<>())))),
                sweep(error + SWEEP));
        String falling = SWEEP.replace("\"batch\": 2", "\"batch\": 64");
        assertTrue(problems(ProfileText.with(error, error + falling)).toString().contains("must rise from row to row"));
        String shorter = SWEEP.replace("\"batch\": 64", "\"batch\": 32");
        assertTrue(problems(ProfileText.with(error, error + shorter))
                .toString()
                .contains("largest batch of the sweep: got 32, must be that of the law, 64"));
    }

    private Optional<ImportedSweep> sweep(String errorAndMore) {
        return entry("\"fitError\": null", errorAndMore).sweep();
    }

    private ProfileEntry entry(String part, String replacement) {
        DeviceProfile profile = read(ProfileText.with(part, replacement));
        assertEquals(profile, read(ProfileCodec.write(profile)));
        return profile.entries().get(0);
    }

    @Test
    void readsTheBandOfAnEstimate() {
        String origin = "\"origin\": \"MEASURED\"";
        String estimated = "\"origin\": \"ESTIMATED\"";
        String band = ", \"band\": {\"factor\": 2.5, \"smallestBatch\": 4}";
        assertEquals(Optional.empty(), entry(origin, estimated).band());
        assertEquals(
                Optional.of(new EstimateBand(2.5, 4)),
                entry(origin, estimated + band).band());
        assertTrue(problems(ProfileText.with(origin, origin + band))
                .toString()
                .contains("band of dlrm-4b: got MEASURED, only estimates have one"));
        assertTrue(problems(ProfileText.with(origin, estimated + band.replace("2.5", "0.5")))
                .toString()
                .contains("factor of a band: got 0.5, must be a number from 1 on"));
        assertTrue(problems(ProfileText.with(origin, estimated + band.replace(": 4}", ": 65}")))
                .toString()
                .contains("smallest batch of the band: got 65, must not pass the law's largest, 64"));
    }

    @Test
    void readsThePausesThatMayBeLeftOut() {
        String shared = "\"sharedSpeed\": [1.0, 1.5]";
        assertEquals(Optional.empty(), law(shared, shared).pauses());
        String pauses = ", \"pauses\": {\"wakeUpNanos\": 7, \"stallsPerSecond\": 0.5, \"stallNanos\": [2e6, 1e6]}";
        assertEquals(
                Optional.of(new Pauses(7, 0.5, new double[] {2e6, 1e6})),
                law(shared, shared + pauses).pauses());
    }

    @Test
    void readsTheExampleInTheDocumentation() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "profiles.md"));
        int start = page.indexOf("```json") + 7;
        DeviceProfile profile = read(page.substring(start, page.indexOf("```", start)));
        assertEquals("our-sweeps", profile.name());
    }

    @Test
    void writesWhatItReads() {
        String once = ProfileCodec.write(read(ProfileText.SOUND));
        assertEquals(once, ProfileCodec.write(read(once)));
        assertTrue(once.contains("\"fitError\" : null"), once);
        assertTrue(once.contains("\"nanos\" : [ 1000, 5000.5 ]"), once);
        assertTrue(once.endsWith("}\n") && !once.contains("\r"), once);
    }

    @Test
    void readsWhatStandsBehindAMeasuredLaw() {
        DeviceProfile profile = read(ProfileText.MEASURED);
        Device device = profile.device().orElseThrow();
        assertEquals("Some Processor 9000", device.processor());
        assertEquals(Map.of("L1d", 49_152L, "L3", 33_554_432L), device.cacheBytes());
        assertEquals(25_769_803_776L, device.memoryBytes());
        assertEquals(Optional.of(new Ceilings(95e9, 11.5e9)), device.ceilings());
        Measurement measurement = profile.entries().get(0).measurement().orElseThrow();
        assertEquals(new Measurement.ModelSize(535_818, 1_070_000, 3200.5, 2_143_272), measurement.size());
        assertTrue(Double.isNaN(measurement.worstError()));
        assertEquals(new Measurement.SpreadFit(0.02, 0.01, 0.03, 0.1), measurement.spread());
        Measurement.Calls calls = measurement.calls().get(0);
        assertEquals(Map.of(0.5, 4800.0, 0.999, 9000.0), calls.percentileNanos());
        assertEquals(300, calls.count());
        assertEquals(List.of(new Measurement.TrainingSpeed(64, 1, 20_000)), measurement.training());
        assertEquals(Optional.of(new Measurement.ColdStart(4e8, 9e7, 5e6)), measurement.coldStart());
        assertEquals(Map.of("ndcg-at-10", 0.31), measurement.quality());
        assertEquals(List.of(new BatchTime.Table(new int[] {1, 64}, new double[] {1010, 4990})), measurement.redraws());
    }

    @Test
    void writesMeasurementsAsItReadsThem() {
        DeviceProfile profile = read(ProfileText.MEASURED);
        DeviceProfile again = read(ProfileCodec.write(profile));
        assertEquals(profile.device(), again.device());
        assertEquals(
                profile.entries().get(0).measurement(), again.entries().get(0).measurement());
    }

    @Test
    void refusesAPercentileThatIsNone() {
        assertEquals(
                List.of("percentile: got q50, must be like p50 or p99.9"),
                problems(ProfileText.MEASURED.replace("\"p50\"", "\"q50\"")).stream()
                        .map(problem -> problem.substring(problem.indexOf("percentile:")))
                        .toList());
    }

    static List<Broken> broken() {
        return List.of(
                new Broken(
                        "\"largestBatch\": 64,",
                        "",
                        "p.json:12:14 entries[0].law: got no `largestBatch`, must be given: largest size, in samples,"
                                + " the law was fitted on"),
                new Broken(
                        "\"table\"",
                        "\"tabel\"",
                        "p.json:13:17 entries[0].law.time: got tabel, must have exactly one of the keys affine, table,"
                                + " paddedSteps; did you mean `table`?"),
                new Broken(
                        "FP16",
                        "FP17",
                        "p.json:10:20 entries[0].precision: got FP17, must be one of FP64, FP32, TF32, FP16, BF16, FP8,"
                                + " INT8; did you mean `FP16`?"),
                new Broken(
                        LOGNORMAL,
                        "\"bySize\": {\"sizes\": [1], \"spreads\": []}",
                        "p.json:14:56 entries[0].law.spread.bySize.spreads: got an empty list, must be a list of one or more"),
                new Broken(
                        LOGNORMAL,
                        "\"bySize\": {\"sizes\": [1], \"spreads\": [{\"bySize\": {}}]}",
                        "p.json:14:57 entries[0].law.spread.bySize.spreads[0]: got bySize, must have exactly one of the keys none, lognormal, gamma, exponential, empirical"),
                new Broken(
                        LOGNORMAL,
                        "\"bySize\": {\"sizes\": [1], \"spreads\": [{\"none\": {}}, {\"none\": {}}]}",
                        "p.json:14:30 entries[0].law.spread.bySize: spreads: got 2, must be as many as sizes, 1"),
                new Broken(
                        LOGNORMAL,
                        "\"bySize\": {\"sizes\": [2, 1], \"spreads\": [{\"none\": {}}, {\"none\": {}}]}",
                        "p.json:14:30 entries[0].law.spread.bySize: batch size 2: got 1, must be at least 3"),
                new Broken(
                        "[1, 64]",
                        "[64, 1]",
                        "p.json:13:27 entries[0].law.time.table: batch size 2: got 1, must be at least 65"),
                new Broken(
                        "[1, 64]",
                        "[1, 64.5]",
                        "p.json:13:41 entries[0].law.time.table.sizes[1]: got 64.5, must be a whole number from 1 to"
                                + " 2147483647, without quotes"),
                new Broken(
                        "1000000",
                        "\"1000000\"",
                        "p.json:18:21 entries[0].modelBytes: got 1000000, must be a whole number, without quotes"),
                new Broken(
                        "0.1}",
                        "-0.1}",
                        "p.json:14:43 entries[0].law.spread.lognormal.sigma: got -0.1, must be at least 0"),
                new Broken(
                        "5000.5",
                        "1e999",
                        "p.json:13:62 entries[0].law.time.table.nanos[1]: got 1e999, must be a finite number, without"
                                + " quotes"),
                new Broken(
                        "\"small\"",
                        "\"\"",
                        "p.json:2:11 name: got blank text, must be a line of text of at most" + " 1000 characters"),
                new Broken(
                        "2026-03-02", "2026-02-30", "p.json:4:11 date: got 2026-02-30, must be a date like 2026-03-02"),
                new Broken(
                        "\"name\": \"small\",",
                        "\"name\": \"small\", \"name\": \"b\",",
                        "p.json:2:20 name: got the key a second time, must stand once; the first is on line 2"),
                new Broken(
                        "\"version\": 1",
                        "\"version\": 2",
                        "p.json:3:14 version: got 2, must be 1, the version this Purser reads"),
                new Broken(
                        "null",
                        "nul",
                        "p.json:20:19: got broken JSON (Unrecognized token 'nul': was expecting (JSON"
                                + " String, Number, Array, Object or token 'null', 'true' or 'false')), must be valid JSON"));
    }

    @ParameterizedTest
    @MethodSource
    void broken(Broken broken) {
        assertEquals(List.of(broken.problem()), problems(ProfileText.with(broken.part(), broken.replacement())));
    }

    @Test
    void namesAllProblemsAtOnce() {
        String text = ProfileText.with("\"backend\"", "\"backnd\"").replace("T4", " ");
        assertEquals(
                List.of(
                        "p.json:7:5 entries[0]: got no `backend`, must be given: software that ran it",
                        "p.json:9:19 entries[0].hardware: got blank text, must be a line of text of at most 1000"
                                + " characters",
                        "p.json:11:7 entries[0].backnd: unknown key, must be one of model, hardware, precision,"
                                + " backend, law, modelBytes, origin, fitError, source, measurement, sweep, band; did you mean `backend`?"),
                problems(text));
    }

    @Test
    void refusesWhatIsNoObject() {
        assertEquals(List.of("p.json: got an empty file, must be a JSON object"), problems(""));
        assertEquals(
                List.of("p.json:1:1: got a list, must be a mapping with the keys name, version, date, source, device,"
                        + " entries"),
                problems("[]"));
        assertEquals(
                List.of("p.json:25:1: got more after the end, must be one JSON object"),
                problems(ProfileText.SOUND + "{}"));
        String cut = ProfileText.SOUND.substring(0, 300);
        assertEquals(1, problems(cut).size());
        assertTrue(problems(cut).get(0).contains("got broken JSON (Unexpected end-of-input"), cut);
        assertEquals(1, problems("[".repeat(100_000)).size());
    }

    private ServiceTimeLaw law(String part, String replacement) {
        return read(ProfileText.with(part, replacement)).entries().get(0).law();
    }

    private DeviceProfile read(String text) {
        DeviceProfile profile =
                ProfileCodec.read(Place.ofFile("p.json"), text, findings).orElse(null);
        assertTrue(findings.clean(), () -> findings.problems().toString());
        return profile;
    }

    private static List<String> problems(String text) {
        Findings found = new Findings();
        assertTrue(ProfileCodec.read(Place.ofFile("p.json"), text, found).isEmpty());
        return found.problems().stream().map(Problem::toString).toList();
    }
}
