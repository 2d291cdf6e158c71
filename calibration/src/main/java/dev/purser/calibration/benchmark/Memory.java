package dev.purser.calibration.benchmark;

import org.bytedeco.javacpp.Pointer;

/** The memory of a process that times a model. It looks itself, as JavaCPP counts nothing where it keeps no references. */
final class Memory {
    private Memory() {}

    /**
     * Does nothing while there is enough.
     *
     * @throws OutOfMemoryError if the process holds more than it may
     */
    static void check() {
        long bytes = Pointer.physicalBytes();
        if (bytes > Pointer.maxPhysicalBytes()) {
            throw new OutOfMemoryError("the process holds " + (bytes >> 20) + " MiB of the "
                    + (Pointer.maxPhysicalBytes() >> 20) + " MiB it may have");
        }
    }
}
