package dev.purser.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.scenarios.InputException;
import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Place;
import dev.purser.scenarios.profile.ProfileCodec;
import dev.purser.simulator.hardware.DeviceProfile;
import dev.purser.simulator.hardware.Origin;
import dev.purser.simulator.hardware.ProfileEntry;
import dev.purser.simulator.units.Nanos;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command around a model that rests. */
class CalibrateCommandTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T23:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path home;

    private final StringWriter out = new StringWriter();
    private final List<String> errors = new ArrayList<>();

    @Test
    void writesAProfileAndKeepsTheTimes() throws IOException {
        Path file = home.resolve("box.json");
        assertEquals(
                0,
                run(
                        file,
                        "--quick",
                        "--models",
                        "fake",
                        "--largest-batch",
                        "2",
                        "--hardware",
                        "my-box",
                        "--note",
                        "Taken for two."));
        DeviceProfile profile = read(file);
        assertEquals("box", profile.name());
        assertEquals("2026-03-02", profile.date());
        assertEquals(
                Runtime.getRuntime().availableProcessors(),
                profile.device().orElseThrow().cores());
        assertTrue(profile.device().orElseThrow().ceilings().isPresent());
        assertTrue(out.toString().contains("one core reaches "), out.toString());
        assertTrue(profile.source().startsWith("purser calibrate --quick --round '20 ms' on "), profile.source());
        assertTrue(profile.source().endsWith(", 2026-03-02; Taken for two."), profile.source());
        ProfileEntry entry = profile.entries().get(0);
        assertEquals("fake on my-box at FP32 (nd4j)", entry.label());
        assertEquals(Origin.MEASURED, entry.origin());
        assertEquals(40, entry.modelBytes());
        assertTrue(entry.law().time().meanNanos(2) >= 400_000, "two samples rest for 0.4 ms");
        assertTrue(entry.measurement().orElseThrow().training().size() >= 1);
        assertTrue(Files.exists(home.resolve("box.samples/fake/score-b1-t1-p0-r0.csv")));
        assertTrue(out.toString().contains("| fake | FP32 | 10 | 1 to 2 |"), out.toString());
    }

    @Test
    void timesTheSizesThatAreNamed() throws IOException {
        Path file = home.resolve("box.json");
        assertEquals(0, run(file, "--quick", "--models", "fake", "--batches", "3,2"));
        assertTrue(
                read(file).source().startsWith("purser calibrate --quick --batches 2,3 --round '20 ms' on "),
                read(file).source());
        assertTrue(Files.exists(home.resolve("box.samples/fake/score-b2-t1-p0-r0.csv")));
        assertTrue(Files.exists(home.resolve("box.samples/fake/score-b3-t1-p0-r0.csv")));
        assertFalse(Files.exists(home.resolve("box.samples/fake/score-b1-t1-p0-r0.csv")));
        assertTrue(out.toString().contains("| fake | FP32 | 10 | 2 to 3 |"), out.toString());
    }

    @Test
    void wantsToKnowWhatToDo() {
        assertEquals(2, run(home.resolve("x.json")));
        assertEquals(List.of("name what to do: --quick, --full, import, train, compress or estimate"), errors);
    }

    @Test
    void refusesBothAtOnce() {
        assertEquals(2, run(home.resolve("x.json"), "--quick", "--full"));
        assertTrue(errors.get(0).contains("mutually exclusive"), errors.toString());
    }

    @Test
    void refusesWrongArguments() throws IOException {
        assertRefused("--models: got mlpp, must be one of ", "--models", "mlpp");
        assertRefused("--largest-batch: got 0, must be a whole number from 1 to 1048576", "--largest-batch", "0");
        assertRefused("--batches: got 0, must be a whole number from 1 to 1048576", "--batches", "8,0");
        assertRefused("--largest-batch: got it with --batches", "--batches", "8", "--largest-batch", "8");
        assertRefused("--data: got mlp=here with --quick, must come with --full", "--data", "mlp=here");
        assertRefused("--map: got user=u with --quick, must come with --full", "--map", "user=u");
        assertRefused("--round: got it with --quick, must come with --full", "--round", "50 ms");
        assertRefused("got 50, must be a length of time of at least 20 ms with its unit", "--round", "50");
        assertRefused("got 19 ms, must be a length of time of at least 20 ms with its unit", "--round", "19 ms");
        assertRefused("--precisions: got FP8, must be one of FP32, FP64, BF16, FP16", "--precisions", "FP8");
        assertRefused("got 5 MB, must be an amount of at least 512 MiB", "--memory", "5 MB");
        Files.createDirectories(home.resolve("x.samples"));
        Files.writeString(home.resolve("x.samples/mine.txt"), "mine");
        assertRefused("x.samples holds no times that Purser measured", "--models", "fake");
    }

    /** A model before the one whose data are unsound is neither trained nor timed. */
    @Test
    void refusesDataBeforeAnythingIsMeasured() throws IOException {
        Path table = Files.writeString(home.resolve("a.csv"), "usr,item\nann,book\n");
        assertEquals(2, run(home.resolve("x.json"), "--full", "--models", "fake,als", "--data", "als=" + table));
        assertTrue(
                errors.get(0).contains(table + ":1: column user is missing; did you mean `usr`?"), errors.toString());
        assertFalse(Files.exists(home.resolve("x.samples")));
    }

    private void assertRefused(String message, String... arguments) {
        errors.clear();
        List<String> all = new ArrayList<>(List.of("--quick"));
        all.addAll(List.of(arguments));
        Path file = home.resolve("x.json");
        assertEquals(2, run(file, all.toArray(String[]::new)));
        assertTrue(errors.get(0).contains(message), errors.toString());
        assertFalse(Files.exists(file));
    }

    private int run(Path file, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--out", file.toString()));
        CommandLine command = new CommandLine(
                        new CalibrateCommand(CLOCK, effort -> effort.withRoundsOf(20 * Nanos.MILLISECOND)))
                .setOut(new PrintWriter(out, true));
        command.setExecutionExceptionHandler((problem, line, parsed) -> {
            errors.add(problem.getMessage());
            return problem instanceof InputException ? 2 : 1;
        });
        command.setParameterExceptionHandler((problem, given) -> {
            errors.add(problem.getMessage());
            return 2;
        });
        return command.execute(all.toArray(String[]::new));
    }

    private static DeviceProfile read(Path file) throws IOException {
        Findings findings = new Findings();
        DeviceProfile profile = ProfileCodec.read(Place.ofFile("box.json"), Files.readString(file), findings)
                .orElse(null);
        assertTrue(findings.clean(), () -> findings.problems().toString());
        return profile;
    }
}
