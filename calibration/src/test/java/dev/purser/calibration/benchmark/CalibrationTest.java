package dev.purser.calibration.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.calibration.fit.Rounds;
import dev.purser.simulator.hardware.Precision;
import dev.purser.simulator.units.Nanos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The harness around a model that rests, in real processes. Nothing here depends on how long they take. */
class CalibrationTest {
    private static final Effort SHORT = FakeCalibration.SHORT;

    @TempDir
    private Path home;

    private final List<String> warnings = new ArrayList<>();
    private final List<Double> done = new ArrayList<>();

    @BeforeEach
    @AfterEach
    void sound() {
        FakeKind.mood(FakeKind.Mood.SOUND);
    }

    @Test
    void timesEveryCase() throws IOException {
        Measured measured = run().get(0);
        assertEquals(SHORT.cases().size(), measured.rounds().size());
        for (Rounds rounds : measured.rounds().values()) {
            assertEquals(2, rounds.rounds().size());
            assertTrue(rounds.meanNanos() >= 300_000, () -> "a call rests for 0.3 ms, took " + rounds.meanNanos());
        }
        assertEquals(1, measured.starts().size());
        assertTrue(measured.starts().get(0).processNanos() > 0);
        assertEquals(20, measured.size().flopsPerSample());
        assertFalse(Files.exists(home.resolve("samples/fake/weights")), "weights that can be made again do not stay");
        assertEquals(
                SHORT.seconds(20 * Nanos.MILLISECOND),
                done.stream().mapToDouble(Double::doubleValue).sum(),
                1e-6,
                "progress reaches the end");
    }

    @Test
    void onlyWhatIsTornIsMeasuredAgain() throws IOException {
        Measured first = run().get(0);
        Measured again = run().get(0);
        assertEquals(times(first), times(again));
        assertEquals(first.starts(), again.starts());
        Path torn = home.resolve("samples/fake/score-b4-t2-p0-r1.csv");
        Files.writeString(torn, "caller,nanos\n0,1");
        Measured mended = run().get(0);
        assertEquals(List.of("fake: score-b4-t2-p0-r1.csv is torn, and measured again"), warnings);
        assertTrue(Files.readString(torn).endsWith(" calls\n"));
        assertEquals(times(first).subList(0, 3), times(mended).subList(0, 3));
        Files.writeString(home.resolve("samples/fake/start-p0.csv"), "process_nanos,load_");
        assertEquals(1, run().get(0).starts().size());
    }

    @Test
    void aGapBetweenRoundsIsFilled() throws IOException {
        Measured first = run().get(0);
        Path gone = home.resolve("samples/fake/score-b4-t1-p0-r0.csv");
        String later = Files.readString(home.resolve("samples/fake/score-b4-t1-p0-r1.csv"));
        Files.delete(gone);
        assertEquals(first.rounds().keySet(), run().get(0).rounds().keySet());
        assertTrue(Files.exists(gone));
        assertEquals(later, Files.readString(home.resolve("samples/fake/score-b4-t1-p0-r1.csv")));
    }

    @Test
    void aCaseThatIsOutOfMemoryLeavesTheOthers() throws IOException {
        FakeKind.mood(FakeKind.Mood.OUT_OF_MEMORY);
        String message = assertThrows(CalibrationFailure.class, this::run).getMessage();
        assertTrue(message.contains("fake, batch 4 and 1 caller: OutOfMemoryError: no more room"), message);
        assertTrue(message.contains("fake, batch 4 and 2 callers: OutOfMemoryError"), message);
        assertTrue(message.contains("more with --memory"), message);
        assertTrue(Files.exists(home.resolve("samples/fake/score-b1-t2-p0-r1.csv")), "the others are kept");
        assertTrue(Files.exists(home.resolve("samples/fake/train-b2-t2-p0-r1.csv")), "the others are kept");
    }

    /** Nothing is wrong with any case, but a process fills up: others do the rest. */
    @Test
    void aProcessThatIsFullIsFollowedByAnother() throws IOException {
        FakeKind.mood(FakeKind.Mood.LEAKS);
        assertEquals(SHORT.cases().size(), run().get(0).rounds().size());
        Set<String> processes = new TreeSet<>(Files.readAllLines(FakeKind.processes(home.resolve("samples"))));
        processes.remove(Long.toString(ProcessHandle.current().pid()));
        assertTrue(processes.size() >= 2, processes.toString());
    }

    @Test
    void aProcessThatDiesIsToldAndResumed() throws IOException {
        FakeKind.mood(FakeKind.Mood.DIES);
        String message = assertThrows(CalibrationFailure.class, this::run).getMessage();
        assertTrue(message.startsWith("fake: its process ended with exit code 137 (killed"), message);
        FakeKind.mood(FakeKind.Mood.SOUND);
        assertEquals(SHORT.cases().size(), run().get(0).rounds().size());
    }

    /** A folder stands where the draft of a file would: the same failure as a full disk, and it can be had anywhere. */
    @Test
    void timesThatCannotBeWrittenAreTold() throws IOException {
        open().close();
        Files.createDirectories(home.resolve("samples/fake/score-b1-t1-p0-r0.csv.draft/full"));
        String message = assertThrows(CalibrationFailure.class, this::run).getMessage();
        assertTrue(message.startsWith("fake: " + home.resolve("samples/fake/score-b1-t1-p0-r0.csv.draft: ")), message);
        assertFalse(message.contains("Exception"), message);
    }

    /** As on a disk that fills: nothing more is tried, and once there is room the same call does the rest. */
    @Test
    void weightsThatCannotBeWrittenAreToldAndResumed() throws IOException {
        open().close();
        Path inTheWay = home.resolve("samples/fake/weights/fake.txt");
        Files.createDirectories(inTheWay);
        String message = assertThrows(CalibrationFailure.class, this::run).getMessage();
        assertTrue(message.startsWith("fake: " + inTheWay), message);
        assertTrue(message.contains("the same command goes on from there"), message);
        Files.delete(inTheWay);
        assertEquals(SHORT.cases().size(), run().get(0).rounds().size());
    }

    private List<Measured> run() throws IOException {
        return calibration().run(List.of(Precision.FP32), new Counting(), warnings::add);
    }

    private CalibrationFolder open() throws IOException {
        return calibration().open();
    }

    private FakeCalibration calibration() {
        return new FakeCalibration(home.resolve("samples"));
    }

    private static List<Double> times(Measured measured) {
        return SHORT.cases().stream()
                .map(each -> measured.rounds().get(each).meanNanos())
                .toList();
    }

    /** Adds up what is told. */
    private final class Counting implements Progress {
        @Override
        public void working(String what) {
            assertTrue(what.startsWith(FakeKind.NAME), what);
        }

        @Override
        public void training(String model, int done, int total) {
            assertEquals(FakeKind.NAME, model);
        }

        @Override
        public void done(double seconds) {
            done.add(seconds);
        }
    }
}
