package dev.purser.scenarios.output;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A process that writes a result until it is stopped. */
final class SlowWriter {
    private SlowWriter() {}

    public static void main(String[] arguments) throws IOException {
        try (ResultFolder folder = ResultFolder.open(Path.of(arguments[0]), true)) {
            BufferedWriter writer = Files.newBufferedWriter(folder.path().resolve("ledger.csv"));
            for (long line = 0; true; line++) {
                writer.write("line " + line + "\n");
                if (line == 100_000) {
                    System.out.println("writing");
                    System.out.flush();
                }
                if (line > 100_000) {
                    pause();
                }
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
