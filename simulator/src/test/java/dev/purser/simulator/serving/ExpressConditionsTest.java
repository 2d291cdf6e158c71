package dev.purser.simulator.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.random.DistributionSpec;
import dev.purser.simulator.random.RandomStreams;
import dev.purser.simulator.traffic.TrafficSpec;
import dev.purser.simulator.units.Nanos;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressConditionsTest {
    @Test
    void aPlainQueueIsAnExpressLane() {
        assertTrue(isExpress(station -> {}));
    }

    @Test
    void whatIsDecidedAtTheArrivalDoesNotMatter() {
        assertTrue(isExpress(station -> {
            station.servers = 3;
            station.replicas = 4;
            station.balancer = "two-choices";
            station.queueLimit = 2;
            station.timeoutNanos = OptionalLong.of(Nanos.MILLISECOND);
            station.retry = new RetrySpec(3, Nanos.MILLISECOND, 2, Nanos.SECOND, 0.2);
            station.cacheHitRatio = 0.5;
            station.fallbackNanos = OptionalLong.of(0);
        }));
    }

    @Test
    void clientsThatWaitForAnswersTakeEvents() {
        assertFalse(isExpress(
                station -> station.traffic = new TrafficSpec.ClosedLoop(2, new DistributionSpec.Fixed(0.01))));
    }

    @Test
    void instancesThatShareADeviceTakeEvents() {
        assertFalse(isExpress(station -> {
            station.servers = 2;
            station.sharedSpeed = List.of(1.0, 1.5);
        }));
    }

    @Test
    void timeoutsThatCancelTakeEvents() {
        assertTrue(isExpress(station -> station.cancelOnTimeout = true));
        assertFalse(isExpress(station -> {
            station.cancelOnTimeout = true;
            station.timeoutNanos = OptionalLong.of(Nanos.SECOND);
        }));
    }

    @Test
    void balancersThatCompareAllReplicasTakeEvents() {
        assertFalse(isExpress(station -> station.balancer = "least-outstanding"));
    }

    /** Two requests of at least n samples do not fit into a batch of less than 2 n; n samples start one that needs n. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 0, true",
        "1, 2, 0, false",
        "9, 16, 0, true",
        "8, 16, 0, false",
        "9, 16, 5, false",
        "16, 16, 5, true"
    })
    void requestsThatMayMeetInABatchTakeEvents(int fewest, int largestBatch, long longestWaitNanos, boolean expected) {
        assertEquals(expected, isExpress(station -> {
            station.candidates = new DistributionSpec.Uniform(fewest, 40);
            station.batching = new BatchingSpec(largestBatch, longestWaitNanos, List.of());
        }));
    }

    @Test
    void aStageThatAnotherFollowsTakesEvents() {
        Station first = new Station();
        first.name = "first";
        first.prepare(1, 0);
        Station second = new Station();
        second.name = "second";
        second.addTo(first.simulation, first.level, new RandomStreams(2, 0));
        assertTrue(first.set.isExpress());
        List<StageSpec> stages = List.of(stage("first"), stage("second"));
        PipelineSpec both = new PipelineSpec(
                "both", Station.poisson(1), new DistributionSpec.Fixed(1), stages, Optional.empty(), Optional.empty());
        first.level.addPipeline(both, new Tally(0, Nanos.NEVER));
        assertFalse(first.set.isExpress());
        assertTrue(second.set.isExpress());
    }

    private static StageSpec stage(String service) {
        return new StageSpec(service, 1, OptionalInt.empty(), 0, 0);
    }

    private static boolean isExpress(Consumer<Station> change) {
        Station station = new Station();
        change.accept(station);
        station.prepare(1, 0);
        return station.set.isExpress();
    }
}
