package dev.purser.calibration.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {

    /**
     * A fast round holds more calls of the same time; the machine was in that mood for one round of two all the same. Of two
     * rounds both are in the middle.
     */
    @Test
    void roundsWeighTheSame() {
        double[] fast = filled(300, 100);
        double[] slow = filled(100, 300);
        Rounds rounds = Rounds.ofOneProcess(1, List.of(fast, slow));
        assertEquals(200, rounds.meanNanos(), 1e-9);
        double[] sorted = rounds.sortedNanos();
        assertEquals(400, sorted.length);
        assertEquals(100, sorted[199]);
        assertEquals(300, sorted[200]);
    }

    /** Others had work for the processor in the first round: the mean of all would be 121. */
    @Test
    void aRoundThatIsSlowAsAWholeIsNotTheMiddle() {
        assertEquals(102, new Rounds(1, List.of(round(0, 160), round(0, 102), round(0, 101))).meanNanos(), 1e-12);
    }

    @Test
    void ofFourRoundsTwoAreInTheMiddle() {
        Rounds four = new Rounds(1, List.of(round(0, 160), round(0, 102), round(0, 100), round(0, 104)));
        assertEquals(103, four.meanNanos(), 1e-12);
    }

    /** Middle rounds of 100 and 110. */
    @Test
    void eachProcessHasItsOwnMiddle() {
        Rounds two = new Rounds(
                1, List.of(round(0, 99), round(0, 100), round(0, 170), round(1, 110), round(1, 109), round(1, 190)));
        assertEquals(105, two.meanNanos(), 1e-12);
    }

    /** A slow round widens the scatter, and moves nothing: factors are relative to the mean of all, 120. */
    @Test
    void factorsHaveTheMeanOne() {
        Rounds rounds = new Rounds(1, List.of(round(0, 100), round(0, 100), round(0, 160)));
        assertArrayEquals(
                new double[] {1 / 1.2, 1 / 1.2, 1 / 1.2, 1 / 1.2, 1.6 / 1.2, 1.6 / 1.2}, rounds.factors(), 1e-12);
    }

    /** Of one caller every call was kept, of the other every fourth: what it had is not worth a quarter. */
    @Test
    void thinnedCallersWeighTheSame() {
        RoundTimes round = new RoundTimes(0, List.of(filled(40, 100), filled(10, 120)));
        assertEquals(110, round.meanNanos(), 1e-9);
        Rounds rounds = new Rounds(1, List.of(round));
        assertEquals(50, rounds.count());
        assertEquals(
                25,
                Arrays.stream(rounds.sortedNanos()).filter(each -> each == 100).count());
    }

    /** Process 0 has rounds of 1 and 3, process 1 one of 8: (2 + 8) / 2. */
    @Test
    void processesWeighTheSame() {
        Rounds rounds = new Rounds(1, List.of(round(0, 1), round(0, 3), round(1, 8)));
        assertEquals(5, rounds.meanNanos(), 1e-12);
    }

    @Test
    void timesOfTheSameWeightAreTheTimesThemselves() {
        Rounds rounds = Rounds.ofOneProcess(1, List.of(new double[] {5, 1, 4}, new double[] {3, 2, 6}));
        assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6}, rounds.sortedNanos());
    }

    /** Medians 100, 120 and 110: a standard deviation of 10 over 110. The stall in the last round moves no median. */
    @Test
    void noiseIsTheVariationOfTheRoundsMedians() {
        Rounds rounds = Rounds.ofOneProcess(
                1, List.of(new double[] {100, 100, 101}, new double[] {120, 119, 121}, new double[] {110, 109, 9000}));
        assertEquals(10.0 / 110, rounds.noise(), 1e-12);
        assertEquals(0, Rounds.ofOneProcess(1, List.of(new double[] {5, 7})).noise());
    }

    /** Half of the time 1 call a nanosecond, half of it a quarter: 0.625. */
    @Test
    void theRateIsTheMeanOverTime() {
        assertEquals(0.625, new Rounds(1, List.of(round(0, 1), round(0, 4))).callsPerNano(), 1e-12);
    }

    private static RoundTimes round(int process, double nanos) {
        return new RoundTimes(process, List.of(new double[] {nanos, nanos}));
    }

    private static double[] filled(int count, double nanos) {
        double[] times = new double[count];
        Arrays.fill(times, nanos);
        return times;
    }
}
