package dev.purser.simulator.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.simulator.engine.Event;
import dev.purser.simulator.engine.Priority;
import dev.purser.simulator.engine.Simulation;
import dev.purser.simulator.units.Nanos;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Readings by hand: counters are functions of the time in seconds. */
class MetricFeedTest {
    private final Simulation simulation = new Simulation();
    private final FakeTarget target = new FakeTarget(FakePod::new);
    private MetricFeed feed;
    private Optional<MetricSample> seen = Optional.empty();

    /** t^2 core-seconds: from 40 s to 60 s they grow by 3600 - 1600 = 2000, 100 cores. */
    @Test
    void meanOverTheWindow() {
        target.pods.add(pod(t -> t * t));
        start(MetricKind.CPU, 20, 10, 0);
        assertEquals(sample(100_000, 60, 20), at(60));
        assertEquals(sample(100_000, 60, 20), at(69));
        assertEquals(sample(120_000, 70, 20), at(70));
    }

    /** A reading of 60 s can be seen from 75 s on; until then the one of 50 s: (2500 - 900) / 20 = 80. */
    @Test
    void lag() {
        target.pods.add(pod(t -> t * t));
        start(MetricKind.CPU, 20, 10, 15);
        assertEquals(sample(80_000, 50, 20), at(74));
        assertEquals(sample(100_000, 60, 20), at(75));
    }

    /** Two readings make a sample, over the 10 s between them. */
    @Test
    void missingUntilThereAreTwoReadings() {
        target.pods.add(pod(t -> t * t));
        start(MetricKind.CPU, 30, 10, 0);
        assertEquals(Optional.empty(), at(10));
        assertEquals(Optional.empty(), at(19));
        assertEquals(sample(30_000, 20, 10), at(20));
        assertEquals(sample(40_000, 30, 20), at(30));
        assertEquals(sample(50_000, 40, 30), at(40));
        assertEquals(sample(70_000, 50, 30), at(50));
    }

    /** A window of 25 s between readings each 10 s reaches back to the next reading beyond: 30 s. */
    @Test
    void windowBetweenReadingsIsNotCutShort() {
        target.pods.add(pod(t -> t * t));
        start(MetricKind.CPU, 25, 10, 0);
        assertEquals(sample(90_000, 60, 30), at(60));
    }

    @Test
    void podsWithoutRoomAreNotRead() {
        FakePod pod = pod(t -> t);
        pod.phase = PodView.Phase.PENDING;
        target.pods.add(pod);
        start(MetricKind.CPU, 20, 10, 0);
        at(25);
        pod.phase = PodView.Phase.RUNNING;
        assertEquals(Optional.empty(), at(30));
        assertEquals(sample(1000, 40, 10), at(40));
    }

    @Test
    void samplesFollowTheOrderOfPods() {
        FakePod late = pod(t -> 3 * t);
        target.pods.add(pod(t -> t));
        start(MetricKind.CPU, 20, 10, 0);
        at(35);
        target.pods.add(0, late);
        simulation.runUntil(46 * Nanos.SECOND);
        assertEquals(
                List.of(Optional.empty(), sample(1000, 40, 20)), feed.view().perPod());
        simulation.runUntil(56 * Nanos.SECOND);
        assertEquals(
                List.of(sample(3000, 50, 10), sample(1000, 50, 20)), feed.view().perPod());
    }

    /** 2 and 4 attempts a second: 6 in all. */
    @Test
    void attemptsAddUp() {
        target.pods.addAll(List.of(pod(t -> 2e-9 * t), pod(t -> 4e-9 * t)));
        start(MetricKind.REQUESTS, 20, 10, 0);
        assertEquals(sample(2000, 60, 20), at(60));
        assertEquals(OptionalLong.of(6000), feed.view().totalMilli());
    }

    /** 30 % and 60 % busy: 45 % on the whole. */
    @Test
    void acceleratorIsAMean() {
        target.pods.addAll(List.of(pod(t -> 0.3 * t), pod(t -> 0.6 * t)));
        start(MetricKind.ACCELERATOR, 20, 10, 0);
        at(60);
        assertEquals(OptionalLong.of(450), feed.view().totalMilli());
    }

    /**
     * One pod starts 10 attempts a second that waited 0.2 s each, the other 30 that waited 0.4 s: over all attempts
     * (10 x 0.2 + 30 x 0.4) / 40 = 0.35 s.
     */
    @Test
    void queueTimeIsAMeanOverAttempts() {
        FakePod slow = pod(t -> 10 * 0.2 * t);
        slow.weight = kind -> 10e-9 * simulation.nowNanos();
        FakePod slower = pod(t -> 30 * 0.4 * t);
        slower.weight = kind -> 30e-9 * simulation.nowNanos();
        target.pods.addAll(List.of(slow, slower));
        start(MetricKind.QUEUE_TIME, 20, 10, 0);
        assertEquals(sample(200, 60, 20), at(60));
        assertEquals(OptionalLong.of(350), feed.view().totalMilli());
    }

    @Test
    void queueTimeWithoutAttemptsIsZero() {
        FakePod pod = pod(t -> 0);
        pod.weight = kind -> 0;
        target.pods.add(pod);
        start(MetricKind.QUEUE_TIME, 20, 10, 0);
        assertEquals(sample(0, 60, 20), at(60));
    }

    @Test
    void noPodNoTotal() {
        start(MetricKind.CPU, 20, 10, 0);
        simulation.runUntil(60 * Nanos.SECOND);
        assertEquals(OptionalLong.empty(), feed.view().totalMilli());
    }

    /** With no lag, what is read at a moment can be seen at that moment, whatever was scheduled first. */
    @Test
    void readingsComeBeforeDecisions() {
        target.pods.add(pod(t -> t * t));
        simulation.schedule(new Look(), 15 * Nanos.SECOND);
        start(MetricKind.CPU, 5, 5, 0);
        simulation.runUntil(16 * Nanos.SECOND);
        assertEquals(sample(25_000, 15, 5), seen);
    }

    private final class Look extends Event {
        Look() {
            super(Priority.SCALING);
        }

        @Override
        public void occur() {
            seen = feed.view().perPod().get(0);
        }
    }

    private void start(MetricKind kind, int window, int resolution, int lag) {
        MetricSpec spec = new MetricSpec(kind, window * Nanos.SECOND, resolution * Nanos.SECOND, lag * Nanos.SECOND);
        feed = new MetricFeed(simulation, spec, target);
        feed.start();
    }

    /** What is seen of the first pod once everything of that second has happened. */
    private Optional<MetricSample> at(int second) {
        simulation.runUntil(second * Nanos.SECOND + 1);
        return feed.view().perPod().get(0);
    }

    /** A pod whose counter in unit-nanoseconds is {@code amount} of the seconds, which it turns into nanoseconds. */
    private FakePod pod(DoubleUnaryOperator amount) {
        FakePod pod = new FakePod();
        pod.cumulative = kind -> Nanos.SECOND * amount.applyAsDouble(Nanos.toSeconds(simulation.nowNanos()));
        pod.weight = kind -> simulation.nowNanos();
        return pod;
    }

    private static Optional<MetricSample> sample(long milli, int end, int length) {
        return Optional.of(new MetricSample(milli, end * Nanos.SECOND, length * Nanos.SECOND));
    }
}
