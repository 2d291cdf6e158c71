package dev.purser.simulator.surface;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.hardware.Spread;
import dev.purser.simulator.serving.LatencyMixture;
import dev.purser.simulator.serving.LatencyQuantile;
import dev.purser.simulator.serving.Outcome;
import dev.purser.simulator.serving.RetrySpec;
import dev.purser.simulator.serving.ServiceSpec;
import dev.purser.simulator.serving.TestService;
import dev.purser.simulator.statistics.QueueingFormulas;
import dev.purser.simulator.units.Nanos;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/**
 * Against closed forms. Quantiles are promised to half-widths of 95 % intervals; the tests allow twice that, which a
 * correct estimate passes with probability 0.9999.
 */
class MicroSimulationTest {
    private static final double SERVICE_MILLIS = 10;
    private static final long SEED = 20261122;

    /** M/M/1: the time in system is exponential with mean s / (1 - load). */
    @Test
    void mm1() {
        Response response = run(exponential(), 0.7, 1);
        LatencyMixture latency = new LatencyMixture();
        latency.add(response.latencies().get(0), 1);
        LatencyQuantile[] quantiles = latency.quantiles(0.5, 0.95, 0.99);
        double mean = SERVICE_MILLIS / 0.3;
        assertWithin(mean * Math.log(2), quantiles[0], 0.02);
        assertWithin(mean * Math.log(20), quantiles[1], 0.04);
        assertWithin(mean * Math.log(100), quantiles[2], 0.06);
        assertEquals(mean, latency.meanNanos() / Nanos.MILLISECOND, 0.03 * mean);
    }

    /** Busy for load x time, with a variance that the number of requests explains by half: s per request. */
    @Test
    void workOfMm1() {
        Response response = run(exponential(), 0.5, 1);
        Layout layout = new Layout(TestGroup.of(exponential()));
        double[] figures = response.figures();
        double serviceNanos = SERVICE_MILLIS * Nanos.MILLISECOND;
        assertEquals(0.5, figures[layout.meanWork(0)] / Nanos.SECOND, 0.02 * 0.5);
        assertEquals(1, figures[layout.workPerExtraRequest(0)] / serviceNanos, 0.5);
        double perRequest = figures[layout.workVariance(0)] / 50 / serviceNanos / serviceNanos;
        assertEquals(1, perRequest, 0.6);
        assertEquals(1, figures[layout.perRequest(0)], 1e-3);
        assertEquals(1, figures[layout.perRequest(0) + 1], 1e-3);
    }

    /** The integrated autocorrelation time of the number in an M/M/1 queue is (1 + load) / (mu (1 - load)^2). */
    @Test
    void memoryOfMm1() {
        double expected = 1.5 / 0.25 * SERVICE_MILLIS * Nanos.MILLISECOND;
        assertEquals(expected, run(exponential(), 0.5, 1).relaxationNanos(), 0.5 * expected);
    }

    /** M/M/1/K with 50 places to wait: the queue is filled first, and then loses what the closed form says. */
    @Test
    void moreLoadThanCapacityIsSteadyWithFullQueues() {
        TestService service = TestService.of("station", "pool");
        service.spread = new Spread.Exponential();
        service.queueLimit = 50;
        Response response = run(service.spec(), 1.5, 1);
        Layout layout = new Layout(TestGroup.of(service.spec()));
        double rejected = response.figures()[layout.pipelineShares(0) + Outcome.REJECTED.ordinal()];
        assertEquals(QueueingFormulas.lossInMmck(1, 51, 1.5), rejected, 0.005);
    }

    /** Deep queues that take long to fill, from empty: 20,000 places at 50 requests/s too many. */
    @Test
    void deepQueuesAreFilledAtOnce() {
        TestService service = TestService.of("station", "pool");
        service.queueLimit = 20_000;
        Response response = run(service.spec(), 1.5, 1);
        assertTrue(response.isSteady());
        LatencyMixture latency = new LatencyMixture();
        latency.add(response.latencies().get(0), 1);
        assertEquals(20_001 * SERVICE_MILLIS, latency.quantiles(0.3)[0].nanos() / 1e6, 0.01 * 20_001 * SERVICE_MILLIS);
    }

    /**
     * 400,000 places: a part of the group stands for all of it. At twice the capacity every other request waits for the
     * 1,000 before it and itself, and the others are rejected.
     */
    @Test
    void aPartStandsForALargeGroupWithFullQueues() {
        TestService service = TestService.of("station", "pool");
        service.queueLimit = 1000;
        Response response = run(service.spec(), 2, 400);
        double capacity = 400 * 1000 / SERVICE_MILLIS;
        Layout layout = new Layout(TestGroup.of(service.spec()));
        assertTrue(response.isSteady());
        assertEquals(2 * capacity, response.figures()[layout.requests(0)], 0.01 * 2 * capacity);
        assertEquals(0.5, response.figures()[layout.pipelineShares(0) + Outcome.REJECTED.ordinal()], 0.005);
        LatencyMixture latency = new LatencyMixture();
        latency.add(response.latencies().get(0), 1);
        for (LatencyQuantile quantile : latency.quantiles(0.01, 0.25, 0.49)) {
            assertEquals(1001 * SERVICE_MILLIS, quantile.nanos() / 1e6, 0.01 * 1001 * SERVICE_MILLIS);
        }
    }

    /** Two attempts of 10 ms at load 0.8: a group that has fallen behind has load 1.6, and stays there. */
    @Test
    void aStateThatTipsOverIsNotSteady() {
        TestService service = TestService.of("station", "pool");
        service.timeoutNanos = OptionalLong.of(60 * Nanos.MILLISECOND);
        service.retry = new RetrySpec(2, Nanos.MILLISECOND, 1, Nanos.MILLISECOND, 0);
        assertFalse(run(service.spec(), 0.8, 1).isSteady());
        assertTrue(run(service.spec(), 0.2, 1).isSteady());
    }

    @Test
    void moreLoadThanCapacityIsNotSteadyWithoutALimit() {
        assertFalse(run(exponential(), 1.2, 3).isSteady());
    }

    /** With nobody to serve them all requests are rejected. */
    @Test
    void noReplicas() {
        Response response = run(exponential(), 0.5, 0);
        Layout layout = new Layout(TestGroup.of(exponential()));
        assertTrue(response.isSteady());
        assertEquals(1, response.figures()[layout.pipelineShares(0) + Outcome.REJECTED.ordinal()]);
    }

    @Test
    void bytesKeepAResponse() {
        Response response = run(exponential(), 0.5, 2);
        Response read = Response.of(response.bytes());
        assertEquals(response.relaxationNanos(), read.relaxationNanos());
        assertEquals(response.requests(), read.requests());
        assertArrayEquals(response.figures(), read.figures());
        assertArrayEquals(response.bytes(), read.bytes());
    }

    private static ServiceSpec exponential() {
        TestService service = TestService.of("station", "pool");
        service.spread = new Spread.Exponential();
        return service.spec();
    }

    private static Response run(ServiceSpec service, double load, int replicas) {
        double perSecond = load * Math.max(1, replicas) * 1000 / SERVICE_MILLIS;
        State state = new State(new int[] {replicas}, new double[] {perSecond});
        return MicroSimulation.response(CanonicalGroup.of(TestGroup.of(service)), state, SEED, true);
    }

    private static void assertWithin(double expectedMillis, LatencyQuantile quantile, double share) {
        assertEquals(expectedMillis, quantile.nanos() / (double) Nanos.MILLISECOND, share * expectedMillis);
    }
}
