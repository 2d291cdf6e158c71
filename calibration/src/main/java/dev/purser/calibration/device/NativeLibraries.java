package dev.purser.calibration.device;

import dev.purser.simulator.hardware.Device;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Properties;
import org.nd4j.linalg.factory.Nd4j;

/** ND4J and the native code behind it, which not every platform has. */
public final class NativeLibraries {
    private NativeLibraries() {}

    /**
     * Loads the native code and says what it is.
     *
     * @throws MissingNatives if there is none for this platform, or it cannot be loaded
     */
    public static Libraries load() {
        try {
            String backend = Nd4j.getBackend().getClass().getSimpleName();
            return new Libraries(
                    version("org.nd4j", "nd4j-api").orElse(Device.UNKNOWN) + " " + backend,
                    "OpenBLAS " + version("org.bytedeco", "openblas").orElse(Device.UNKNOWN));
        } catch (LinkageError | RuntimeException broken) {
            throw new MissingNatives(broken);
        }
    }

    /** The version in the description that Maven leaves in a library. */
    private static Optional<String> version(String group, String artifact) {
        String description = "/META-INF/maven/" + group + "/" + artifact + "/pom.properties";
        try (InputStream stream = Nd4j.class.getResourceAsStream(description)) {
            if (stream == null) {
                return Optional.empty();
            }
            Properties properties = new Properties();
            properties.load(stream);
            return Optional.ofNullable(properties.getProperty("version"));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** There is no native code for this platform. */
    public static final class MissingNatives extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** Of a library's name: the linker found it, and something else is wrong. */
        private static final String ENDING = System.mapLibraryName("").replaceFirst("^[^.]*", "");

        MissingNatives(Throwable cause) {
            super(described(rootOf(cause)), cause);
        }

        private static String described(Throwable root) {
            String platform = System.getProperty("os.name") + " " + System.getProperty("os.arch");
            boolean there = root.getMessage() != null && root.getMessage().contains(ENDING);
            return there
                    ? "the native library of ND4J cannot be loaded on " + platform + " (" + text(root)
                            + "); it needs 450 MB of a disk from which programs may run, and memory: make room, or name "
                            + "another folder for it with PURSER_JAVA_OPTIONS=-Dorg.bytedeco.javacpp.cachedir=FOLDER"
                    : "no native library of ND4J runs on " + platform + " (" + text(root)
                            + "); it has some for Linux, macOS and Windows on x86_64 and for Linux and macOS on arm64";
        }

        private static Throwable rootOf(Throwable cause) {
            Throwable root = cause;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            return root;
        }

        private static String text(Throwable root) {
            String message = root.getMessage() == null
                    ? ""
                    : ": " + root.getMessage().lines().findFirst().orElse("");
            return root.getClass().getSimpleName() + message;
        }
    }
}
