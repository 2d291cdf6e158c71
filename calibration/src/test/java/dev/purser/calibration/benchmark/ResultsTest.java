package dev.purser.calibration.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.purser.simulator.hardware.Precision;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left out of a calibration, and what it ends with. */
class ResultsTest {
    private static final String NO_LAW = "no law could be measured, and no profile was written; "
            + "name others of --precisions, such as FP32, or of --models";
    private static final String GOES_ON =
            "no profile was written; all other times are kept, and the same command goes on from there";
    private static final Gap FAILS = Gap.ofCase("a: no BF16");
    private static final Gap SLOW = new Gap("b: calls ended in 1 of its rounds", Gap.Cause.SLOW);
    private static final Gap SHORT_OF_MEMORY = Gap.ofCase("c: OutOfMemoryError");

    @TempDir
    private Path home;

    private final List<String> warnings = new ArrayList<>();
    private final Results results = new Results(warnings::add);

    /** Whatever becomes of the calibration. */
    @Test
    void whatIsLeftOutIsToldAtOnceAndOnce() {
        results.add(List.of(FAILS), Precision.BF16);
        assertEquals(List.of("left out: a: no BF16"), warnings);
        assertEquals(NO_LAW, failure());
        assertEquals(1, warnings.size());
    }

    @Test
    void callsThatDidNotEndMayAnotherTime() {
        results.add(List.of(SLOW), Precision.BF16);
        results.add(List.of(FAILS), Precision.FP16);
        assertEquals(List.of("left out: " + SLOW.why(), "left out: " + FAILS.why()), warnings);
        assertEquals(NO_LAW + ", or run the same command again", failure());
    }

    @Test
    void theUsualFormatIsNeverLeftOut() {
        results.add(List.of(FAILS, SLOW), Precision.FP32);
        String leave = "a model that fails itself does so again: leave it out of --models";
        assertEquals(String.join(System.lineSeparator(), FAILS.why(), SLOW.why(), leave, GOES_ON), failure());
        assertEquals(List.of(), warnings);
    }

    /** Nor is what else is wrong with the same model in the same format: the next attempt tells. */
    @Test
    void whatAnotherAttemptMayMendIsNotLeftOut() {
        results.add(List.of(FAILS), Precision.BF16);
        results.add(List.of(SLOW, SHORT_OF_MEMORY), Precision.BF16);
        String more = "give its processes more with --memory, or choose a smaller --largest-batch";
        assertEquals(String.join(System.lineSeparator(), SLOW.why(), SHORT_OF_MEMORY.why(), more, GOES_ON), failure());
        assertEquals(List.of("left out: a: no BF16"), warnings);
    }

    /** Of four cases one fails, one is out of memory, and the others have no rounds. */
    @Test
    void gapsKnowTheirCause() throws IOException {
        Effort effort = FakeCalibration.SHORT.in(Precision.FP64);
        Subject subject = new Subject("fake", Precision.FP64, effort, 1, new ModelFolder(home));
        subject.times().keepFailure(effort.cases().get(0), new IllegalStateException("only in 32 bits"));
        subject.times().keepFailure(effort.cases().get(1), new OutOfMemoryError("no more room"));
        assertEquals(
                List.of(
                        new Gap(
                                "fake at FP64, batch 1 and 1 caller: IllegalStateException: only in 32 bits",
                                Gap.Cause.MODEL),
                        new Gap(
                                "fake at FP64, batch 1 and 2 callers: OutOfMemoryError: no more room",
                                Gap.Cause.TROUBLE),
                        noRounds("batch 4 and 1 caller"),
                        noRounds("batch 4 and 2 callers")),
                subject.gaps());
    }

    private static Gap noRounds(String where) {
        return new Gap("fake at FP64, " + where + ": calls ended in 0 of its rounds, must be in 2", Gap.Cause.SLOW);
    }

    private String failure() {
        return assertThrows(CalibrationFailure.class, results::complete).getMessage();
    }
}
