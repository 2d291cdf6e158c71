package dev.purser.calibration.device;

import dev.purser.simulator.hardware.Ceilings;
import dev.purser.simulator.units.Nanos;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Measures what one core reaches with 32-bit numbers, through the linear algebra that models use: operations in a product of
 * two matrices that fit into the caches, bytes in a sum of two vectors that do not. A ceiling is what was reached at best: of
 * some tries the fastest counts.
 */
public final class CeilingProbe {
    private static final int TRIES = 12;
    private static final int SIDE = 768;
    /** 64 MB each: larger than the caches one core of most machines can fill. */
    private static final int LENGTH = 16 << 20;
    /** A sum reads two numbers and writes one. */
    private static final int NUMBERS_MOVED = 3;

    private CeilingProbe() {}

    /** Half a second of measurements. The native code must be there; see {@link NativeLibraries}. */
    public static Ceilings measure() {
        return new Ceilings(flopsPerSecond(), bytesPerSecond());
    }

    private static double flopsPerSecond() {
        try (INDArray left = filled(SIDE, SIDE);
                INDArray right = filled(SIDE, SIDE);
                INDArray product = Nd4j.create(DataType.FLOAT, new long[] {SIDE, SIDE}, 'f')) {
            return 2.0 * SIDE * SIDE * SIDE * fastestPerSecond(() -> left.mmuli(right, product));
        }
    }

    private static double bytesPerSecond() {
        try (INDArray added = filled(LENGTH);
                INDArray sum = filled(LENGTH)) {
            return (double) NUMBERS_MOVED * Float.BYTES * LENGTH * fastestPerSecond(() -> sum.addi(added));
        }
    }

    private static INDArray filled(long... shape) {
        return Nd4j.valueArrayOf(shape, 0.5, DataType.FLOAT);
    }

    private static double fastestPerSecond(Runnable work) {
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) {
            long begin = System.nanoTime();
            work.run();
            fastest = Math.min(fastest, System.nanoTime() - begin);
        }
        return (double) Nanos.SECOND / fastest;
    }
}
