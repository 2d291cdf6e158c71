package dev.purser.calibration.benchmark;

import dev.purser.scenarios.InputException;
import dev.purser.scenarios.output.WholeFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A file that says what the times beside it were measured with, as lines {@code name: value}. Times that were measured
 * with anything else are never mixed in.
 *
 * @param path the file
 */
record StateFile(Path path) {

    boolean exists() {
        return Files.exists(path);
    }

    /**
     * Writes {@code wanted} if there is no such file yet.
     *
     * @throws InputException if there is one that says anything else; it names what differs
     */
    void claim(String wanted) throws IOException {
        if (exists()) {
            refuseForeign(found(), wanted);
        } else {
            WholeFile.write(path, wanted.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** What is there; nothing where it is no text. */
    private String found() throws IOException {
        try {
            return Files.isRegularFile(path) ? Files.readString(path) : "";
        } catch (CharacterCodingException noText) {
            return "";
        }
    }

    private void refuseForeign(String found, String wanted) {
        if (found.equals(wanted)) {
            return;
        }
        String differences = differences(lines(found), lines(wanted));
        throw new InputException("--out: " + path.getParent() + " holds times of another calibration ("
                + (differences.isEmpty() ? "its " + path.getFileName() + " was changed" : differences)
                + "), must be of this one; move it away, or name another file");
    }

    /** What they say in place of what is wanted; nothing where it is no state at all. */
    private static String differences(Map<String, String> theirs, Map<String, String> wanted) {
        boolean state = theirs.keySet().stream().anyMatch(wanted::containsKey);
        return wanted.entrySet().stream()
                .filter(line -> state && !line.getValue().equals(theirs.get(line.getKey())))
                .map(line -> line.getKey() + " " + theirs.getOrDefault(line.getKey(), "unknown") + " in place of "
                        + line.getValue())
                .collect(Collectors.joining(", "));
    }

    private static Map<String, String> lines(String text) {
        Map<String, String> lines = new LinkedHashMap<>();
        text.lines().forEach(line -> {
            int colon = line.indexOf(": ");
            lines.put(colon < 0 ? line : line.substring(0, colon), colon < 0 ? "" : line.substring(colon + 2));
        });
        return lines;
    }
}
