package dev.purser.simulator.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.Spread;
import dev.purser.simulator.random.DistributionSpec;
import dev.purser.simulator.statistics.GoodnessOfFit;
import dev.purser.simulator.units.Nanos;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What callers do, by hand: one replica, one model instance, 10 ms a request. */
class CallerTest {
    private final Station station = new Station();

    @BeforeEach
    void exactTimes() {
        station.spread = new Spread.None();
    }

    /** Ends of service: 10, 20, 30 ms. */
    @Test
    void timeoutEndsTheWaitOfTheCaller() {
        timeout(15);
        assertOutcomes(new double[] {0, 0, 0}, "FULL 10", "TIMED_OUT", "TIMED_OUT");
        assertEquals(30 * Nanos.MILLISECOND, station.set.busyNanos());
    }

    /** The abandoned third keeps the server until 30 ms; the fourth would be answered at 40 ms, after 24 ms. */
    @Test
    void abandonedAttemptsAreStillComputed() {
        timeout(15);
        assertOutcomes(new double[] {0, 0, 0, 16}, "FULL 10", "TIMED_OUT", "TIMED_OUT", "TIMED_OUT");
    }

    /** The third leaves the queue at 15 ms, the second is being computed until 20 ms; the fourth follows it. */
    @Test
    void cancelledAttemptsLeaveTheQueueButNotTheServer() {
        timeout(15);
        station.cancelOnTimeout = true;
        assertOutcomes(new double[] {0, 0, 0, 16}, "FULL 10", "TIMED_OUT", "TIMED_OUT", "FULL 14");
        assertEquals(30 * Nanos.MILLISECOND, station.set.busyNanos());
    }

    @Test
    void answerAtTheLastMomentIsInTime() {
        timeout(10);
        assertOutcomes(new double[] {0}, "FULL 10");
    }

    @Test
    void queueLimit() {
        station.queueLimit = 2;
        assertOutcomes(new double[] {0, 0, 0, 0, 10}, "FULL 10", "FULL 20", "FULL 30", "REJECTED", "FULL 30");
    }

    /** The place of a cancelled attempt is free again. */
    @Test
    void cancelledAttemptsMakeRoomInTheQueue() {
        timeout(5);
        station.cancelOnTimeout = true;
        station.queueLimit = 1;
        assertOutcomes(new double[] {0, 1, 2, 6, 9}, "TIMED_OUT", "TIMED_OUT", "REJECTED", "TIMED_OUT", "REJECTED");
    }

    @Test
    void queueLimitOfZeroLetsPassToAFreeInstance() {
        station.queueLimit = 0;
        assertOutcomes(new double[] {0, 1, 10}, "FULL 10", "REJECTED", "FULL 10");
        assertEquals(3, station.set.attempts());
    }

    /** Back-off 5 ms, then 10 ms cut to 8: attempts at 1, 6 and 14 ms, of which the last finds the server free. */
    @Test
    void retryAfterBackOff() {
        station.queueLimit = 0;
        station.retry = retry(3, 5, 2, 8);
        assertOutcomes(new double[] {0, 1}, "FULL 10", "FULL 23");
        assertEquals(4, station.set.attempts());
    }

    @Test
    void lastAttemptDecides() {
        station.queueLimit = 0;
        station.time = new BatchTime.Affine(100 * Nanos.MILLISECOND, 0);
        station.retry = retry(3, 5, 2, 8);
        assertOutcomes(new double[] {0, 1}, "FULL 100", "REJECTED");
        assertEquals(4, station.set.attempts());
    }

    /** Attempts at 1, 6, 14 ms; the fallback takes 2 ms from the last failure, at 14 ms. */
    @Test
    void fallbackAfterTheLastAttempt() {
        station.queueLimit = 0;
        station.time = new BatchTime.Affine(100 * Nanos.MILLISECOND, 0);
        station.retry = retry(3, 5, 2, 8);
        station.fallbackNanos = OptionalLong.of(2 * Nanos.MILLISECOND);
        assertOutcomes(new double[] {0, 1}, "FULL 100", "FALLBACK 15");
    }

    /** Given up at 15 ms, computed until 20 ms for nobody, tried again at 25 ms: answered at 35 ms. */
    @Test
    void lateAnswerIsNotTakenForTheRetry() {
        timeout(15);
        station.retry = retry(2, 10, 1, 10);
        assertOutcomes(new double[] {0, 0}, "FULL 10", "FULL 35");
        assertEquals(30 * Nanos.MILLISECOND, station.set.busyNanos());
    }

    /** Tried again at 15 ms while the first attempt is computed until 20 ms: its answer, at 30 ms, is the one. */
    @Test
    void answerOfAnAbandonedAttemptIsNotTakenForTheCurrentOne() {
        timeout(15);
        station.retry = retry(2, 0, 1, 0);
        assertOutcomes(new double[] {0, 0}, "FULL 10", "FULL 30");
    }

    /** Waits of 20 ms and 20 ms: the second would be 60 ms, and is cut to the longest. */
    @Test
    void noBackOffPassesTheLongest() {
        station.replicas = 0;
        station.fallbackNanos = OptionalLong.of(0);
        station.retry = new RetrySpec(3, 20 * Nanos.MILLISECOND, 3, 20 * Nanos.MILLISECOND, 0);
        assertOutcomes(new double[] {0}, "FALLBACK 40");
    }

    /** The replica is lost at 5 ms: with it the request in service and the one that waits. */
    @Test
    void whatALostReplicaHadFails() {
        Timeline timeline = new Timeline(station).requests(0, 2).at(5, this::loseReplica);
        assertEquals(List.of("REJECTED", "REJECTED"), timeline.outcomes());
    }

    /** Both try again at 5 ms, in the order they had, on the replica that took its place. */
    @Test
    void attemptsOfALostReplicaCanBeRetried() {
        station.retry = retry(2, 0, 1, 0);
        Timeline timeline = new Timeline(station).requests(0, 2).at(5, this::loseReplica);
        assertEquals(List.of("FULL 15", "FULL 23"), timeline.outcomes());
        assertEquals(4, station.set.attempts());
        assertEquals(1, station.set.replicas().size());
    }

    private void loseReplica() {
        station.set.replicas().get(0).lose();
    }

    @Test
    void withoutReplicasEverythingIsRejected() {
        station.replicas = 0;
        assertOutcomes(new double[] {0}, "REJECTED");
        assertEquals(0, station.set.attempts());
    }

    @Test
    void withoutReplicasTheFallbackAnswers() {
        station.replicas = 0;
        station.fallbackNanos = OptionalLong.of(0);
        station.retry = retry(2, 7, 1, 7);
        assertOutcomes(new double[] {0}, "FALLBACK 7");
    }

    /** Half-width 0.5 around 8 ms: even in [4, 12]; false alarm 1 in 10,000. */
    @Test
    void jitterSpreadsTheBackOffEvenly() {
        station.replicas = 0;
        station.fallbackNanos = OptionalLong.of(0);
        station.retry = new RetrySpec(2, 8 * Nanos.MILLISECOND, 1, 12 * Nanos.MILLISECOND, 0.5);
        Timeline timeline = new Timeline(station)
                .requests(IntStream.range(0, 800).asDoubleStream().toArray());
        GoodnessOfFit.assertDistribution(timeline.millis(), millis -> (millis - 4) / 8, 1e-4, "back-off");
    }

    @Test
    void cacheAnswersWithoutAReplica() {
        station.cacheHitRatio = 1;
        assertOutcomes(new double[] {0, 0}, "CACHED 1", "CACHED 1");
        assertEquals(0, station.set.attempts());
    }

    /** 30 % of about 100,000 requests; false alarm 1 in 10,000. */
    @Test
    void shareOfTheCache() {
        station.cacheHitRatio = 0.3;
        station.perSecond = 100;
        station.replicas = 4;
        station.candidates = new DistributionSpec.Fixed(1);
        station.run(20260307, 0);
        Outcomes outcomes = station.pipeline.tally().totalOutcomes();
        double[] hits = new double[(int) (outcomes.full() + outcomes.cached())];
        Arrays.fill(hits, 0, (int) outcomes.cached(), 1);
        GoodnessOfFit.assertMean(hits, 0.3, Math.sqrt(0.21), 1e-4, "share of cached answers");
        assertEquals(outcomes.offered() - outcomes.cached(), station.set.attempts());
    }

    /** Retired at 5 ms with one in service and one waiting: both are answered, what comes later is rejected. */
    @Test
    void drainingFinishesWhatItHas() {
        Timeline timeline = new Timeline(station).requests(0, 1, 6).at(5, () -> station.set.scaleTo(0));
        assertEquals(List.of("FULL 10", "FULL 19", "REJECTED"), timeline.outcomes());
        assertEquals(Collections.emptyList(), station.set.replicas());
        assertEquals(20 * Nanos.MILLISECOND, station.set.busyNanos());
        assertEquals(2, station.set.attempts());
        assertEquals(5 * Nanos.MILLISECOND, station.set.readyNanos());
    }

    /** A batch that waits for company while its replica drains still waits, and goes. */
    @Test
    void drainingBatchKeepsItsWait() {
        station.batching = new BatchingSpec(4, 20 * Nanos.MILLISECOND, List.of());
        Timeline timeline = new Timeline(station).requests(0).at(5, () -> station.set.scaleTo(0));
        assertEquals(List.of("FULL 30"), timeline.outcomes());
        assertEquals(Collections.emptyList(), station.set.replicas());
    }

    /** The attempt that waits is cancelled at 12 ms, after the one in service: the replica goes then. */
    @Test
    void drainingEndsWithACancellation() {
        timeout(12);
        station.cancelOnTimeout = true;
        station.time = new BatchTime.Affine(10 * Nanos.MILLISECOND, 0);
        station.batching = new BatchingSpec(4, 100 * Nanos.MILLISECOND, List.of());
        Timeline timeline = new Timeline(station).requests(0).at(5, () -> station.set.scaleTo(0));
        assertEquals(List.of("TIMED_OUT"), timeline.outcomes());
        assertEquals(Collections.emptyList(), station.set.replicas());
        assertEquals(0, station.set.busyNanos());
    }

    /** A second replica, asked for at 5 ms, is ready after 7 ms of loading. */
    @Test
    void newReplicaServesOnceItHasLoaded() {
        station.loadSeconds = new DistributionSpec.Fixed(0.007);
        station.queueLimit = 0;
        station.balancer = "least-outstanding";
        Timeline timeline = new Timeline(station).requests(4, 11, 13).at(5, () -> station.set.scaleTo(2));
        assertEquals(List.of("FULL 10", "REJECTED", "FULL 10"), timeline.outcomes());
    }

    private void timeout(int millis) {
        station.timeoutNanos = OptionalLong.of(millis * Nanos.MILLISECOND);
    }

    private void assertOutcomes(double[] arrivals, String... outcomes) {
        assertEquals(List.of(outcomes), new Timeline(station).requests(arrivals).outcomes());
    }

    private static RetrySpec retry(int attempts, int first, double multiplier, int longest) {
        return new RetrySpec(attempts, first * Nanos.MILLISECOND, multiplier, longest * Nanos.MILLISECOND, 0);
    }
}
