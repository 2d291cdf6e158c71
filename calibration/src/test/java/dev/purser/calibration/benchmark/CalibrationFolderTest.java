package dev.purser.calibration.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.scenarios.InputException;
import dev.purser.scenarios.Version;
import dev.purser.simulator.hardware.Device;
import dev.purser.simulator.hardware.Precision;
import dev.purser.simulator.units.Nanos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrationFolderTest {
    private static final Case CASE = new Case(Phase.SCORE, 1, 1);

    @TempDir
    private Path home;

    @Test
    void isOpenedAgainByTheSameCalibration() throws IOException {
        open(2, "quick", 1).of("mlp").keep(new Round(CASE, 0, 0, List.of(new long[] {5})));
        assertEquals(1, open(2, "quick", 1).of("mlp").rounds(CASE, 0).size());
    }

    @Test
    void refusesTimesOfAnotherDeviceOrEffort() throws IOException {
        open(2, "quick", 1);
        String device =
                assertThrows(InputException.class, () -> open(4, "quick", 1)).getMessage();
        assertTrue(device.contains("holds times of another calibration (cores 2 in place of 4)"), device);
        String effort =
                assertThrows(InputException.class, () -> open(2, "full", 7)).getMessage();
        assertTrue(effort.contains("(effort quick in place of full, seed 1 in place of 7)"), effort);
    }

    @Test
    void refusesRoundsOfAnotherLength() throws IOException {
        Effort full = Effort.full(2, 1024);
        open(2, full.withRoundsOf(50 * Nanos.MILLISECOND).name(), 1);
        String message = assertThrows(InputException.class, () -> open(2, full.name(), 1))
                .getMessage();
        assertTrue(message.contains("(effort full --round '50 ms' in place of full)"), message);
    }

    @Test
    void refusesTimesOfAnotherVersion() throws IOException {
        open(2, "quick", 1);
        Path state = folder().resolve(CalibrationFolder.STATE);
        String ours = "purser: " + Version.current() + "\n";
        Files.writeString(state, Files.readString(state).replace(ours, "purser: 0.0.1\n"));
        String purser =
                assertThrows(InputException.class, () -> open(2, "quick", 1)).getMessage();
        assertTrue(purser.contains("(purser 0.0.1 in place of " + Version.current() + ")"), purser);
        Files.writeString(
                state, Files.readString(state).replace("purser: 0.0.1\n", ours).replace("nd4j: nd4j", "nd4j: older"));
        String nd4j =
                assertThrows(InputException.class, () -> open(2, "quick", 1)).getMessage();
        assertTrue(nd4j.contains("(nd4j older in place of nd4j)"), nd4j);
    }

    @Test
    void refusesAChangedOrForeignFolder() throws IOException {
        Files.createDirectories(folder());
        Files.writeString(folder().resolve("letters.txt"), "dear");
        String foreign =
                assertThrows(InputException.class, () -> open(2, "quick", 1)).getMessage();
        assertTrue(foreign.contains("holds no times that Purser measured"), foreign);
        Files.writeString(folder().resolve(CalibrationFolder.STATE), "times measured by purser calibrate, ver");
        String torn =
                assertThrows(InputException.class, () -> open(2, "quick", 1)).getMessage();
        assertTrue(torn.contains("holds times of another calibration"), torn);
    }

    @Test
    void refusesAFolderThatCannotBeOne() throws IOException {
        Files.writeString(folder(), "a file");
        String file =
                assertThrows(InputException.class, () -> open(2, "quick", 1)).getMessage();
        assertEquals(
                "--out: cannot keep times in " + folder() + " (" + folder()
                        + " is a file); move it away, or name another file",
                file);
    }

    @Test
    void refusesAStateThatIsNoText() throws IOException {
        Path state = folder().resolve(CalibrationFolder.STATE);
        Files.createDirectories(state);
        String message =
                assertThrows(InputException.class, () -> open(2, "quick", 1)).getMessage();
        assertTrue(message.contains("holds times of another calibration (its calibration.txt was changed)"), message);
        Files.delete(state);
        Files.write(state, new byte[] {(byte) 0xff, '\n'});
        assertThrows(InputException.class, () -> open(2, "quick", 1));
    }

    @Test
    void isForOneCalibrationAtATime() throws IOException {
        try (CalibrationFolder first = openUnclosed()) {
            String message =
                    assertThrows(InputException.class, this::openUnclosed).getMessage();
            assertTrue(message.contains("another calibration is writing"), message);
            assertTrue(Files.isDirectory(first.of("mlp").folder()));
        }
        openUnclosed().close();
    }

    @Test
    void tornRoundsAreDeleted() throws IOException {
        ModelFolder model = open(2, "quick", 1).of("mlp");
        model.keep(new Round(CASE, 0, 0, List.of(new long[] {5})));
        model.keep(new Round(CASE, 0, 1, List.of(new long[] {6})));
        Path torn = model.folder().resolve(Round.file(CASE, 0, 1));
        Files.writeString(torn, "caller,nanos\n0,6");
        assertEquals(1, model.rounds(CASE, 0).size());
        assertEquals(List.of("score-b1-t1-p0-r1.csv"), model.forgetTorn());
        assertTrue(Files.notExists(torn));
        assertEquals(List.of(), model.forgetTorn());
    }

    /** A round in the middle is gone: those after it count, and it is the next to be measured. */
    @Test
    void gapsAreFilled() throws IOException {
        ModelFolder model = open(2, "quick", 1).of("mlp");
        for (int number : new int[] {0, 2, 3}) {
            model.keep(new Round(CASE, 1, number, List.of(new long[] {5 + number})));
        }
        assertEquals(
                List.of(0, 2, 3),
                model.rounds(CASE, 1).stream().map(Round::round).toList());
        assertEquals(1, model.nextRound(CASE, 1));
        model.keep(new Round(CASE, 1, 1, List.of(new long[] {6})));
        assertEquals(4, model.nextRound(CASE, 1));
        assertEquals(0, model.nextRound(CASE, 0), "each process has rounds of its own");
    }

    @Test
    void formatsHaveTimesOfTheirOwnAndShareTheWeights() throws IOException {
        ModelFolder model = open(2, "full", 1).of("mlp");
        model.in(Precision.FP64).keep(new Round(CASE, 0, 0, List.of(new long[] {5})));
        assertEquals(0, model.rounds(CASE, 0).size());
        assertEquals(1, model.in(Precision.FP64).rounds(CASE, 0).size());
        assertEquals(model.weights(), model.in(Precision.FP64).weights());
        assertEquals(model, model.in(Precision.FP32));
    }

    @Test
    void timesOfOtherWeightsAreRefused() throws IOException {
        ModelFolder als = open(2, "full", 1).of("als");
        als.claim("weights: trained on data that turned out unsound\ncolumns: {}\n");
        als.claim("weights: trained on generated data\ncolumns: {}\n");
        als.keep(new Round(CASE, 0, 0, List.of(new long[] {5})));
        als.claim("weights: trained on generated data\ncolumns: {}\n");
        String message = assertThrows(
                        InputException.class,
                        () -> als.claim("weights: trained on data of SHA-256 12ab\ncolumns: {}\n"))
                .getMessage();
        assertTrue(
                message.contains("als holds times of another calibration "
                        + "(weights trained on generated data in place of trained on data of SHA-256 12ab)"),
                message);
    }

    @Test
    void failuresAreForgotten() throws IOException {
        ModelFolder model = open(2, "quick", 1).of("mlp");
        model.keepFailure(CASE, new OutOfMemoryError("Java heap space"));
        assertEquals("OutOfMemoryError: Java heap space", model.failure(CASE).orElseThrow());
        model.forgetFailures();
        assertFalse(model.failure(CASE).isPresent());
    }

    @Test
    void theFirstStartStays() throws IOException {
        ModelFolder model = open(2, "quick", 1).of("mlp");
        model.keep(new Start(0, 1, 2, 3));
        model.keep(new Start(0, 7, 8, 9));
        assertEquals(new Start(0, 1, 2, 3), model.start(0).orElseThrow());
    }

    private Path folder() {
        return home.resolve("device.samples");
    }

    private CalibrationFolder openUnclosed() throws IOException {
        return CalibrationFolder.open(folder(), device(2), "quick", 1);
    }

    /** Opens and gives it free again, as a calibration that has ended does. */
    private CalibrationFolder open(int cores, String effort, long seed) throws IOException {
        CalibrationFolder opened = CalibrationFolder.open(folder(), device(cores), effort, seed);
        opened.close();
        return opened;
    }

    private static Device device(int cores) {
        return new Device(
                "Some Processor", cores, new TreeMap<>(), 1 << 30, "Linux", "VM", "nd4j", "blas", Optional.empty());
    }
}
