package dev.purser.calibration.check.measured;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.ServiceTimeLaw;
import dev.purser.simulator.hardware.Spread;
import dev.purser.simulator.serving.BatchingSpec;
import dev.purser.simulator.units.Nanos;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class PredictionProperties {
    private static final double MICRO = Nanos.MICROSECOND;

    /**
     * Little's law for the whole loop: clients = requests per second x (latency + think time). What is cut off at the
     * ends is one round of 60, so that 2 % bound the difference.
     */
    @Property(tries = 25, seed = "7", edgeCases = EdgeCasesMode.NONE)
    void littlesLaw(
            @ForAll @IntRange(min = 1, max = 64) int clients,
            @ForAll @IntRange(min = 1, max = 4) int instances,
            @ForAll @IntRange(min = 1, max = 16) int requestsPerBatch,
            @ForAll @DoubleRange(max = 0.5) double sigma,
            @ForAll @IntRange(max = 20) int thinkMillis) {
        int samples = 100;
        LoadPoint point = LoadPoints.of(
                new Load(clients, 0, (double) thinkMillis * Nanos.MILLISECOND, samples),
                instances,
                new BatchingSpec(requestsPerBatch * samples, 0, List.of()));
        Map<Figure, Double> predicted = Prediction.of(point, law(sigma), 3);
        double perSecond = predicted.get(Figure.THROUGHPUT) / samples;
        double roundSeconds = predicted.get(Figure.MEAN) / Nanos.SECOND + thinkMillis / 1000.0;
        assertEquals(clients, perSecond * roundSeconds, 0.02 * clients);
    }

    /** A second instance never serves fewer; the device alone bounds both. */
    @Property(tries = 15, seed = "8", edgeCases = EdgeCasesMode.NONE)
    void theDeviceIsTheLimit(@ForAll @IntRange(min = 1, max = 40) int clients) {
        ServiceTimeLaw law = law(0);
        double two =
                Prediction.of(LoadPoints.closed(clients, 100, 2, 100), law, 5).get(Figure.THROUGHPUT);
        double one =
                Prediction.of(LoadPoints.closed(clients, 100, 1, 100), law, 5).get(Figure.THROUGHPUT);
        double deviceNanos = law.time().meanNanos(100) * (1 - law.hostShare(100));
        assertTrue(two >= 0.99 * one, two + " with two, " + one + " with one");
        assertTrue(two <= 1.01 * 100 / deviceNanos * Nanos.SECOND, two + " samples a second");
    }

    /** 1 ms and 20 us a sample; of that 0.4 ms and 5 us a sample beside the device. */
    private static ServiceTimeLaw law(double sigma) {
        return new ServiceTimeLaw(
                new BatchTime.Affine(1000 * MICRO, 20 * MICRO),
                new Spread.LogNormal(sigma),
                1600,
                List.of(1.0),
                Optional.of(new BatchTime.Affine(400 * MICRO, 5 * MICRO)));
    }
}
