package dev.purser.calibration.check.measured;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.ServiceTimeLaw;
import dev.purser.simulator.hardware.Spread;
import dev.purser.simulator.serving.BatchingSpec;
import dev.purser.simulator.units.Nanos;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Loads whose figures can be calculated by hand; a batch takes 10 ms whatever its size. Latencies are read from buckets
 * 0.1 % wide, throughput is counted to the end of a step of one batch time, hence the tolerances.
 */
class PredictionTest {
    private static final double MILLI = Nanos.MILLISECOND;
    private static final ServiceTimeLaw TEN_MILLIS =
            new ServiceTimeLaw(new BatchTime.Affine(10 * MILLI, 0), new Spread.None(), 1000);

    /** Batches of one request: 100 a second, each waits for all the others: 10 ms times the clients. */
    @ParameterizedTest
    @CsvSource({"1", "4", "32"})
    void clientsInTurn(int clients) {
        Map<Figure, Double> predicted = predict(LoadPoints.closed(clients, 1000, 1, 1000), TEN_MILLIS);
        assertEquals(100 * 1000, predicted.get(Figure.THROUGHPUT), 100);
        for (Figure figure : List.of(Figure.MEAN, Figure.P50, Figure.P90, Figure.P95, Figure.P99)) {
            assertEquals(clients * 10 * MILLI, predicted.get(figure), 0.001 * clients * 10 * MILLI, figure.column());
        }
    }

    /** Three clients, two to a batch: batches of one and two follow each other, 3 requests in 20 ms, 20 ms each. */
    @Test
    void batchesOfTwo() {
        Map<Figure, Double> predicted = predict(LoadPoints.closed(3, 500, 1, 1000), TEN_MILLIS);
        assertEquals(150 * 500, predicted.get(Figure.THROUGHPUT), 100);
        assertEquals(20 * MILLI, predicted.get(Figure.MEAN), 0.02 * MILLI);
    }

    /** Two instances on a device of speed 1: two clients get 10 ms of it in every 20. */
    @Test
    void instancesShareTheDevice() {
        Map<Figure, Double> predicted = predict(LoadPoints.closed(2, 1000, 2, 1000), TEN_MILLIS);
        assertEquals(100 * 1000, predicted.get(Figure.THROUGHPUT), 150);
        assertEquals(20 * MILLI, predicted.get(Figure.P50), 0.02 * MILLI);
    }

    /**
     * 10 ms, of which 3 beside the device: 1 to come in, then 2 of the instance. One client sees 10 ms. Of two clients,
     * each with its own instance, one reaches the device 1 ms after the other, computes alone for the last of its 7 ms,
     * and so on: both take 1 + 2 + 1 + 2 x 6 = 16 ms, and never meet on the way in again.
     */
    @ParameterizedTest
    @MethodSource("tenMillisAtAThousand")
    void hostTimeOverlaps(BatchTime time) {
        ServiceTimeLaw law = new ServiceTimeLaw(
                time,
                new Spread.None(),
                1000,
                List.of(1.0),
                Optional.of(new BatchTime.Affine(2 * MILLI, 0.001 * MILLI)));
        Map<Figure, Double> one = predict(LoadPoints.closed(1, 1000, 2, 1000), law);
        assertEquals(10 * MILLI, one.get(Figure.P50), 0.01 * MILLI);
        assertEquals(1000 / 0.010, one.get(Figure.THROUGHPUT), 100);
        Map<Figure, Double> two = predict(LoadPoints.closed(2, 1000, 2, 1000), law);
        assertEquals(16 * MILLI, two.get(Figure.P50), 0.016 * MILLI);
        assertEquals(2 * 1000 / 0.016, two.get(Figure.THROUGHPUT), 150);
    }

    /** 600 samples are padded to 1,000 and take 10 ms, of which 0.6 are their way in, not 1. */
    @Test
    void theWayInIsThatOfTheSamplesSent() {
        ServiceTimeLaw law = new ServiceTimeLaw(
                new BatchTime.PaddedSteps(new int[] {500, 1000}, new double[] {8 * MILLI, 10 * MILLI}),
                new Spread.None(),
                1000,
                List.of(1.0),
                Optional.of(new BatchTime.Affine(2 * MILLI, 0.001 * MILLI)));
        Map<Figure, Double> one = predict(LoadPoints.closed(1, 600, 1, 1000), law);
        assertEquals(10 * MILLI, one.get(Figure.P50), 0.01 * MILLI);
    }

    static List<BatchTime> tenMillisAtAThousand() {
        int[] sizes = {500, 1000};
        double[] nanos = {8 * MILLI, 10 * MILLI};
        return List.of(
                new BatchTime.Affine(6 * MILLI, 0.004 * MILLI),
                new BatchTime.Table(sizes, nanos),
                new BatchTime.PaddedSteps(sizes, nanos));
    }

    /** 10 ms of service and 30 ms of thinking: 25 requests a second. */
    @Test
    void clientsThink() {
        LoadPoint point = LoadPoints.of(new Load(1, 0, 30 * MILLI, 1000), 1, new BatchingSpec(1000, 0, List.of()));
        assertEquals(25_000, predict(point, TEN_MILLIS).get(Figure.THROUGHPUT), 100);
    }

    /** M/M/1 at load 0.5: 20 ms on average; exponential, so that half take less than ln 2 of that. */
    @Test
    void openLoad() {
        ServiceTimeLaw law = new ServiceTimeLaw(new BatchTime.Affine(10 * MILLI, 0), new Spread.Exponential(), 1000);
        LoadPoint point = LoadPoints.of(new Load(0, 50, 0, 1000), 1, new BatchingSpec(1000, 0, List.of()));
        Map<Figure, Double> predicted = predict(point, law);
        assertEquals(50_000, predicted.get(Figure.THROUGHPUT), 1500);
        assertEquals(20 * MILLI, predicted.get(Figure.MEAN), 1.5 * MILLI);
        assertEquals(20 * MILLI * Math.log(2), predicted.get(Figure.P50), 1.2 * MILLI);
    }

    /** More comes than the 100 a second that can be served: that many are, and no latency holds for long. */
    @Test
    void aGrowingQueueHasNoLatency() {
        LoadPoint point = LoadPoints.of(new Load(0, 200, 0, 1000), 1, new BatchingSpec(1000, 0, List.of()));
        Map<Figure, Double> predicted = predict(point, TEN_MILLIS);
        assertEquals(100_000, predicted.get(Figure.THROUGHPUT), 200);
        assertFalse(predicted.containsKey(Figure.P50));
    }

    /**
     * Servers whose capacity is known: 100 a second one by one, 10 ms each, always or on average; four at a time in 6 + 4 x 4
     * ms; two instances that together work at 1.6 times the speed of one; 1 of the 10 ms on the way in, while the request
     * before is computed. That of the exponential times is estimated with a standard error of 0.6 %: 102 % is missed once in
     * 5,000, and 98 % mistaken as seldom.
     */
    @ParameterizedTest
    @MethodSource("capacities")
    void aRateIsTooHighFromTheCapacityOn(ServiceTimeLaw law, int instances, int largestBatch, double perSecond) {
        BatchingSpec batching = new BatchingSpec(largestBatch, 0, List.of());
        for (double share : new double[] {0.9, 0.95, 0.98, 1.02, 1.05, 1.2}) {
            LoadPoint point = LoadPoints.of(new Load(0, share * perSecond, 0, 1000), instances, batching);
            assertEquals(share < 1, predict(point, law).containsKey(Figure.P50), share + " of the capacity");
        }
    }

    static List<Arguments> capacities() {
        ServiceTimeLaw random = new ServiceTimeLaw(new BatchTime.Affine(10 * MILLI, 0), new Spread.Exponential(), 1000);
        BatchTime growing = new BatchTime.Affine(6 * MILLI, 0.004 * MILLI);
        ServiceTimeLaw withWire = new ServiceTimeLaw(
                growing,
                new Spread.None(),
                1000,
                List.of(1.0),
                Optional.of(new BatchTime.Affine(2 * MILLI, 0.001 * MILLI)));
        ServiceTimeLaw shared = new ServiceTimeLaw(
                new BatchTime.Affine(10 * MILLI, 0), new Spread.None(), 1000, List.of(1.0, 1.6), Optional.empty());
        return List.of(
                Arguments.of(TEN_MILLIS, 1, 1000, 100.0),
                Arguments.of(random, 1, 1000, 100.0),
                Arguments.of(new ServiceTimeLaw(growing, new Spread.None(), 4000), 1, 4999, 4 / 0.022),
                Arguments.of(shared, 2, 1000, 160.0),
                Arguments.of(withWire, 1, 1000, 1 / 0.009));
    }

    private static Map<Figure, Double> predict(LoadPoint point, ServiceTimeLaw law) {
        return Prediction.of(point, law, 1);
    }
}
