package dev.purser.calibration.device;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class NativeLibrariesTest {

    @Test
    void namesVersions() {
        Libraries libraries = NativeLibraries.load();
        assertTrue(libraries.nd4j().matches("\\d+\\.\\d+\\S* \\w+Backend"), libraries.nd4j());
        assertTrue(libraries.blas().matches("OpenBLAS \\d+\\.\\d+\\S*"), libraries.blas());
    }

    @Test
    void saysThatAPlatformHasNone() {
        Throwable cause =
                new ExceptionInInitializerError(new UnsatisfiedLinkError("no jnind4jcpu in java.library.path"));
        String message = new NativeLibraries.MissingNatives(cause).getMessage();
        assertTrue(message.startsWith("no native library of ND4J runs on "), message);
        assertTrue(message.contains("(UnsatisfiedLinkError: no jnind4jcpu in java.library.path)"), message);
    }

    /** As on a full disk, or one from which nothing may run: it is there, and the platform is not to blame. */
    @Test
    void saysThatOneCannotBeLoaded() {
        String library = "/cache/" + System.mapLibraryName("nd4jcpu");
        String message = new NativeLibraries.MissingNatives(
                        new UnsatisfiedLinkError(library + ": failed to map segment from shared object"))
                .getMessage();
        assertTrue(message.startsWith("the native library of ND4J cannot be loaded on "), message);
        assertTrue(message.contains("javacpp.cachedir=FOLDER"), message);
    }
}
