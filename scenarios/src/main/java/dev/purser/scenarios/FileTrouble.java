package dev.purser.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** What went wrong with a file, in words for people: where, what, and what to do where that is plain. */
public final class FileTrouble {
    /** How Linux and macOS, Windows, and file systems with quotas say it. */
    private static final String[] FULL = {"no space left", "not enough space", "quota exceeded"};

    private FileTrouble() {}

    /** Such as {@code /data/device.json: No space left on device; make room there}. */
    public static String of(IOException failure) {
        if (failure instanceof FileAlreadyExistsException exists) {
            return exists.getFile() + " is a file";
        }
        if (failure instanceof AccessDeniedException denied) {
            return "no permission at " + denied.getFile();
        }
        if (failure instanceof NotDirectoryException file) {
            return file.getFile() + " is no folder";
        }
        return failure instanceof NoSuchFileException missing
                ? missing.getFile() + " is not there"
                : withAdvice(String.valueOf(failure.getMessage()));
    }

    /** As {@link #of(IOException)}; a message that was given with the exception stays. */
    public static String of(UncheckedIOException failure) {
        boolean ownWords = !failure.getCause().toString().equals(failure.getMessage());
        return ownWords ? withAdvice(failure.getMessage()) : of(failure.getCause());
    }

    /** The same failure with the name of {@code file}: a write that fails does not say where. */
    public static IOException at(Path file, IOException failure) {
        if (failure instanceof FileSystemException) {
            return failure;
        }
        FileSystemException named = new FileSystemException(file.toString(), null, failure.getMessage());
        named.initCause(failure);
        return named;
    }

    private static String withAdvice(String message) {
        String lower = message.toLowerCase(Locale.ROOT);
        return message + (Stream.of(FULL).anyMatch(lower::contains) ? "; make room there" : "");
    }
}
