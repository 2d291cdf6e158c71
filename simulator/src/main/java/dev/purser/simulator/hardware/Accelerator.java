package dev.purser.simulator.hardware;

import dev.purser.simulator.units.Check;
import java.util.Map;

/**
 * One kind of accelerator card, as its maker's data sheet describes it.
 *
 * @param model the name profiles use for it, such as {@code A100-80GB}
 * @param memoryBytes memory of one card, in bytes
 * @param bandwidthBytesPerSecond peak memory bandwidth of one card
 * @param peakFlops dense peak of one card by precision, in operations per second (integer operations for INT8)
 * @param watts board power limit of one card
 */
public record Accelerator(
        String model,
        long memoryBytes,
        double bandwidthBytesPerSecond,
        Map<Precision, Double> peakFlops,
        double watts) {
    public Accelerator {
        Check.named(model, "accelerator model");
        Check.positive(memoryBytes, "accelerator memory (bytes)");
        Check.positive(bandwidthBytesPerSecond, "accelerator bandwidth (bytes/s)");
        Check.positive(watts, "accelerator power (W)");
        peakFlops = Map.copyOf(peakFlops);
    }
}
