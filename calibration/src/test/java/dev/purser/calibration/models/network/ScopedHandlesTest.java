package dev.purser.calibration.models.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In a process without references to native memory, as those that time models and put them under load. */
class ScopedHandlesTest {
    /** Without scopes these calls lost 70, 50 and 44 MB. */
    private static final long MOST_MEGABYTES = 20;

    @Test
    void callsLoseNoMemory() throws IOException, InterruptedException {
        Process calls = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xms128m",
                        "-Xmx128m",
                        "-XX:+AlwaysPreTouch",
                        "-Xlog:disable",
                        "-Dorg.bytedeco.javacpp.nopointergc=true",
                        "-D" + ClosingExecutioner.PROPERTY + "=" + ClosingExecutioner.class.getName(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ManyCalls.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(calls.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, calls.waitFor(), output);
        List<Long> megabytes = output.lines().map(Long::valueOf).toList();
        assertEquals(3, megabytes.size(), output);
        assertTrue(megabytes.stream().allMatch(grown -> grown < MOST_MEGABYTES), output);
    }
}
