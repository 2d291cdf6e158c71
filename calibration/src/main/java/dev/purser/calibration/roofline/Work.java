package dev.purser.calibration.roofline;

import dev.purser.simulator.hardware.Ceilings;
import dev.purser.simulator.hardware.Measurement;
import dev.purser.simulator.units.Nanos;

/**
 * What a batch takes, by formula.
 *
 * @param flopsPerSample floating-point operations of a sample
 * @param bytesPerSample bytes that a sample moves
 * @param bytesPerBatch bytes that a batch of any size reads once: the weights of the layers
 */
record Work(double flopsPerSample, double bytesPerSample, double bytesPerBatch) {
    static Work of(Measurement.ModelSize size) {
        return new Work(size.flopsPerSample(), size.bytesPerSample(), size.bytesPerBatch());
    }

    /** Nanoseconds below which a batch cannot be done: those of its operations or those of its bytes, whichever are more. */
    double leastNanos(int samples, Ceilings ceilings) {
        double computing = flopsPerSample * samples / ceilings.flopsPerSecond();
        double moving = (bytesPerBatch + bytesPerSample * samples) / ceilings.bytesPerSecond();
        return Nanos.SECOND * Math.max(computing, moving);
    }
}
