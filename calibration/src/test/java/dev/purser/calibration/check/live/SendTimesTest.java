package dev.purser.calibration.check.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.random.RandomStreams;
import dev.purser.simulator.units.Nanos;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SendTimesTest {
    /** A count of mean 10,000 lies within six standard deviations but once in 500 million seeds. */
    @Test
    void poissonRequestsComeAtTheirRate() {
        SendTimes schedule = poisson(20260901);
        assertEquals(10_000, schedule.requests(), 6 * Math.sqrt(10_000));
        assertEquals(schedule.requests() / 100.0, schedule.perSecond(), 1e-9);
        assertTrue(Arrays.stream(schedule.atNanos()).allMatch(at -> at >= 0 && at < 100 * Nanos.SECOND));
    }

    /**
     * A quarter of the time nothing, then 1 : 2 : 1 of 10,000 requests: 2,500, 5,000 and 2,500, each within six standard
     * deviations but once in 100 million seeds.
     */
    @Test
    void theLoadFollowsItsShape() {
        long[] at = SendTimes.poisson(
                        100,
                        List.of(0.0, 7.0, 14.0, 7.0),
                        100 * Nanos.SECOND,
                        new RandomStreams(20261206, 0).stream("arrivals"))
                .atNanos();
        long[] quarters = new long[4];
        for (long each : at) {
            quarters[(int) (each / (25 * Nanos.SECOND))]++;
        }
        assertEquals(0, quarters[0]);
        assertEquals(2_500, quarters[1], 6 * Math.sqrt(2_500));
        assertEquals(5_000, quarters[2], 6 * Math.sqrt(5_000));
        assertEquals(2_500, quarters[3], 6 * Math.sqrt(2_500));
        assertTrue(IntStream.range(1, at.length).allMatch(i -> at[i - 1] <= at[i]));
    }

    @Test
    void latenessIsWhatWasSentLessWhatWasPlanned() {
        SendTimes planned = new SendTimes(new long[] {10, 20, 30}, 100);
        Sent sent = new Sent(planned, new long[] {17, 21, 30}, new Answers());
        assertArrayEquals(new long[] {0, 1, 7}, sent.latenessNanos());
        assertEquals(new Lateness(7, 7), Lateness.of(List.of(sent)));
        assertEquals(new Lateness(0, 0), Lateness.of(List.of()));
    }

    @Test
    void theSeedDecides() {
        assertArrayEquals(poisson(1).atNanos(), poisson(1).atNanos());
    }

    private static SendTimes poisson(long seed) {
        return SendTimes.poisson(
                100, SendTimes.STEADY, 100 * Nanos.SECOND, new RandomStreams(seed, 0).stream("arrivals"));
    }
}
