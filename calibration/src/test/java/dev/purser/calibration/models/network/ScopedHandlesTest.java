package dev.purser.calibration.models.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a process without references to native memory, as those that time models and put them under load. */
class ScopedHandlesTest {
    /** Calls that leave views behind lose 8 MB here, arrays in workspaces 12, numbers of operations 13, inputs 16; those as they are 0. */
    private static final long MOST_MEGABYTES = 5;

    private static final int PARTS = 5;

    @TempDir
    Path folder;

    /** Memory that is given back is overwritten here (by glibc), so that scores from there would be others. */
    @Test
    void callsLoseNoMemoryAndUseNoneThatIsGivenBack() throws IOException, InterruptedException {
        Path errors = folder.resolve("errors.txt");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xms128m",
                        "-Xmx128m",
                        "-XX:+AlwaysPreTouch",
                        "-Xlog:disable",
                        "-Dorg.bytedeco.javacpp.nopointergc=true",
                        "-D" + ClosingExecutioner.PROPERTY + "=" + ClosingExecutioner.class.getName(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ManyCalls.class.getName())
                .redirectError(errors.toFile());
        builder.environment().put("MALLOC_PERTURB_", "165");
        Process calls = builder.start();
        String output = new String(calls.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String all = output + Files.readString(errors);
        assertEquals(0, calls.waitFor(), all);
        List<String> megabytes = output.lines().toList();
        assertEquals(PARTS, megabytes.size(), all);
        assertTrue(megabytes.stream().allMatch(grown -> Long.parseLong(grown) < MOST_MEGABYTES), all);
    }
}
