package dev.purser.scenarios.format.tree;

import dev.purser.scenarios.FileTrouble;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads text files of the user strictly: regular files of bounded size, in UTF-8. */
public final class TextFile {
    private TextFile() {}

    /**
     * The text of {@code path} without a byte order mark; empty if it cannot be read, which is then a problem.
     *
     * @param place the file, or the setting that names it
     * @param mostBytes largest size allowed
     */
    public static Optional<String> read(Path path, Place place, long mostBytes, Findings findings) {
        if (!Files.isRegularFile(path)) {
            findings.add(place, Files.exists(path) ? "got no regular file, must be one" : "no such file");
            return Optional.empty();
        }
        try {
            long bytes = Files.size(path);
            if (bytes > mostBytes) {
                findings.add(place, "got a file of " + bytes + " bytes, must be at most " + mostBytes);
                return Optional.empty();
            }
            return decode(Files.readAllBytes(path), place, findings);
        } catch (IOException failed) {
            findings.add(place, "cannot be read (" + FileTrouble.of(failed) + ")");
            return Optional.empty();
        }
    }

    private static Optional<String> decode(byte[] bytes, Place place, Findings findings) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try {
            String text = decoder.decode(ByteBuffer.wrap(bytes)).toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException broken) {
            findings.add(place.at(brokenLine(bytes), 0), "got bytes that are no UTF-8, must be UTF-8 text");
            return Optional.empty();
        }
    }

    /** The first line that does not survive decoding and encoding; no byte of a longer UTF-8 character is a line end. */
    private static int brokenLine(byte[] bytes) {
        int line = 1;
        int start = 0;
        for (int end = 0; end <= bytes.length; end++) {
            if (end == bytes.length || bytes[end] == '\n') {
                if (new String(bytes, start, end - start, StandardCharsets.UTF_8).contains("\uFFFD")) {
                    return line;
                }
                line++;
                start = end + 1;
            }
        }
        return 1;
    }
}
