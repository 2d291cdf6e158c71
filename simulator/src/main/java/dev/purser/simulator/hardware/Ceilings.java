package dev.purser.simulator.hardware;

import dev.purser.simulator.units.Check;

/**
 * What hardware can do at best with 32-bit numbers: the two limits of the roofline model.
 *
 * @param flopsPerSecond floating-point operations in a second, a product and a sum being two
 * @param bytesPerSecond bytes read from or written to memory in a second
 */
public record Ceilings(double flopsPerSecond, double bytesPerSecond) {
    /** Of the numbers. */
    public static final Precision PRECISION = Precision.FP32;

    public Ceilings {
        Check.positive(flopsPerSecond, "operations per second");
        Check.positive(bytesPerSecond, "bytes per second");
    }
}
