package dev.purser.calibration.models.network;

import dev.purser.scenarios.InputException;
import org.nd4j.linalg.factory.Nd4j;

/** Loads ND4J's native library. */
public final class Natives {
    private static final String SUPPORTED = "Linux on x86_64 or arm64, macOS on x86_64 or arm64, Windows on x86_64";

    private Natives() {}

    /**
     * Loads it now rather than with the first array.
     *
     * @throws InputException if it cannot be loaded on this platform
     */
    public static void require() {
        require(() -> Nd4j.getExecutioner());
    }

    static void require(Runnable loading) {
        try {
            loading.run();
        } catch (LinkageError | RuntimeException failed) {
            throw new InputException("ND4J: got no native library that loads on " + System.getProperty("os.name")
                    + " on " + System.getProperty("os.arch") + ", must be " + SUPPORTED + "; reason: "
                    + root(failed).getMessage());
        }
    }

    private static Throwable root(Throwable failed) {
        Throwable root = failed;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
