package dev.purser.calibration.check.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.purser.scenarios.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class LoadShapeTest {
    @TempDir
    Path folder;

    @Test
    void readsTheCounts() throws IOException {
        Path trace = write("hour,hits\n0,3\n1,0\n2,4.5\n");
        assertEquals(List.of(3.0, 0.0, 4.5), LoadShape.read(trace, "hits"));
    }

    @Test
    void saysWhereWhatIsWrong() throws IOException {
        Path trace = write("hits\n3\nmany\n-1\n");
        assertEquals(
                trace + ":3 hits: got many, must be a decimal number of at least 0" + System.lineSeparator() + trace
                        + ":4 hits: got -1, must be at least 0",
                refusal(trace));
        Path silent = write("hits\n0\n0\n");
        assertEquals(silent + " hits: got no count above 0, must have one", refusal(silent));
        Path lost = folder.resolve("lost.csv");
        assertEquals(lost + ": no such file", refusal(lost));
    }

    /** A column of nothing, and an instance that does something else when idle. */
    @Test
    void optionsThatMakeNoSenseAreRefused() {
        assertEquals("--trace-column: got it, must only be given with --trace", refusalOf("--trace-column", "hits"));
        assertEquals("--idle: got nap, must be poll or sleep", refusalOf("--idle", "nap"));
    }

    private static String refusalOf(String... arguments) {
        LiveOptions options = CommandLine.populateCommand(new LiveOptions(), arguments);
        return assertThrows(InputException.class, () -> options.settings(1)).getMessage();
    }

    private static String refusal(Path trace) {
        return assertThrows(InputException.class, () -> LoadShape.read(trace, "hits"))
                .getMessage();
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("trace.csv"), text);
    }
}
