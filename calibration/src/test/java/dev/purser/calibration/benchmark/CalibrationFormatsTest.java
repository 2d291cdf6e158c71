package dev.purser.calibration.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.hardware.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Number formats beside the usual one, with a model that rests, in real processes. */
class CalibrationFormatsTest {
    private static final List<Precision> BOTH = List.of(Precision.FP32, Precision.FP64);
    private static final List<Precision> OTHER = List.of(Precision.FP64);

    @TempDir
    private Path home;

    private final List<String> warnings = new ArrayList<>();

    @AfterEach
    void sound() {
        FakeKind.mood(FakeKind.Mood.SOUND);
    }

    @Test
    void aFormatIsTimedInProcessesOfItsOwn() throws IOException {
        List<Measured> measured = run(BOTH);
        assertEquals(BOTH, measured.stream().map(Measured::precision).toList());
        assertEquals(80, measured.get(1).size().weightBytes(), "twice as many");
        assertEquals(4, measured.get(1).rounds().size(), "no training");
        assertTrue(Files.exists(home.resolve("samples/fake/FP64/score-b4-t2-p0-r1.csv")));
    }

    /** A format beside the usual one that a model cannot compute is told, and no reason to do without a profile. */
    @Test
    void aFormatThatFailsIsLeftOut() throws IOException {
        FakeKind.mood(FakeKind.Mood.SINGLE_ONLY);
        List<Measured> measured = run(BOTH);
        assertEquals(
                List.of(Precision.FP32),
                measured.stream().map(Measured::precision).toList());
        assertEquals(
                List.of("left out: fake at FP64: cannot be computed here: IllegalStateException: only in 32 bits"),
                warnings);
    }

    /** A profile without a law would be none. */
    @Test
    void aModelThatNoFormatIsLeftOfIsTold() {
        FakeKind.mood(FakeKind.Mood.SINGLE_ONLY);
        assertEquals(
                "no law could be measured, and no profile was written; name others of --precisions, such as FP32, or of "
                        + "--models",
                failure(OTHER));
        assertEquals(
                List.of("left out: fake at FP64: cannot be computed here: IllegalStateException: only in 32 bits"),
                warnings);
    }

    /** As in the usual format: what another attempt may mend must not be missing from a profile that looks whole. */
    @Test
    void aProcessThatDiesInAnyFormatIsToldAndResumed() throws IOException {
        FakeKind.mood(FakeKind.Mood.DIES_IN_64);
        String message = failure(BOTH);
        assertTrue(message.startsWith("fake at FP64: its process ended with exit code 137 (killed"), message);
        assertTrue(Files.exists(home.resolve("samples/fake/score-b4-t2-p0-r1.csv")), "the others are kept");
        FakeKind.mood(FakeKind.Mood.SOUND);
        assertEquals(2, run(BOTH).size());
        assertEquals(List.of(), warnings);
    }

    @Test
    void aCaseThatIsOutOfMemoryInAnyFormatLeavesTheOthers() throws IOException {
        FakeKind.mood(FakeKind.Mood.OUT_OF_MEMORY_IN_64);
        String message = failure(OTHER);
        assertTrue(message.contains("fake at FP64, batch 4 and 2 callers: OutOfMemoryError: no more room"), message);
        assertTrue(message.contains("more with --memory"), message);
        assertTrue(Files.exists(home.resolve("samples/fake/FP64/score-b1-t2-p0-r1.csv")), "the others are kept");
        assertEquals(List.of(), warnings);
    }

    /** A folder stands where the draft of a file would, as on a full disk. */
    @Test
    void timesThatCannotBeWrittenAreToldInAnyFormat() throws IOException {
        calibration().open().close();
        Path inTheWay = home.resolve("samples/fake/FP64/score-b1-t1-p0-r0.csv.draft");
        Files.createDirectories(inTheWay.resolve("full"));
        String message = failure(OTHER);
        assertTrue(message.startsWith("fake at FP64: " + inTheWay + ": "), message);
        assertEquals(List.of(), warnings);
    }

    private String failure(List<Precision> precisions) {
        return assertThrows(CalibrationFailure.class, () -> run(precisions)).getMessage();
    }

    private List<Measured> run(List<Precision> precisions) throws IOException {
        return calibration().run(precisions, Progress.NONE, warnings::add);
    }

    private FakeCalibration calibration() {
        return new FakeCalibration(home.resolve("samples"));
    }
}
