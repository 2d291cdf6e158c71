package dev.purser.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What went wrong with a file, in words for people: where, what, and what to do where that is plain. */
public final class FileTrouble {
    /** How Linux and macOS, Windows, and file systems with quotas say it. */
    private static final String[] FULL = {"no space left", "not enough space", "quota exceeded"};

    private static final String ADVICE = "; make room there";

    private FileTrouble() {}

    /** Such as {@code /data/device.json: No space left on device; make room there}. */
    public static String of(IOException failure) {
        return inOurWords(failure).orElseGet(() -> withAdvice(inItsWords(failure)));
    }

    /** Failures whose message is a path and nothing else. */
    private static Optional<String> inOurWords(IOException failure) {
        if (failure instanceof FileAlreadyExistsException exists) {
            return Optional.of(exists.getFile() + " is a file");
        }
        if (failure instanceof AccessDeniedException denied) {
            return Optional.of("no permission at " + denied.getFile());
        }
        if (failure instanceof NotDirectoryException file) {
            return Optional.of(file.getFile() + " is no folder");
        }
        if (failure instanceof DirectoryNotEmptyException full) {
            return Optional.of(full.getFile() + " is a folder that is not empty");
        }
        return failure instanceof NoSuchFileException missing
                ? Optional.of(missing.getFile() + " is not there")
                : Optional.empty();
    }

    private static String inItsWords(IOException failure) {
        String message = failure.getMessage();
        if (reason(failure).isPresent()) {
            return message;
        }
        String kind = (failure.getCause() instanceof IOException cause ? cause : failure)
                .getClass()
                .getSimpleName();
        return message == null ? kind : message + ": " + kind;
    }

    /** What the system says, if anything. */
    private static Optional<String> reason(IOException failure) {
        return Optional.ofNullable(
                failure instanceof FileSystemException named ? named.getReason() : failure.getMessage());
    }

    /** Whether {@link #of(IOException)} can say no more than the kind of failure, so that a stack trace says more. */
    public static boolean isUnexplained(IOException failure) {
        return inOurWords(failure).isEmpty() && reason(failure).isEmpty();
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

    /**
     * As {@link #at(Path, IOException)} for a {@code file} that is written as {@code draft} first: a failure there is one
     * at the file, unless something lies in the draft's place still, which then is what is in the way.
     */
    public static IOException at(Path file, Path draft, IOException failure) {
        boolean ofDraft =
                failure instanceof FileSystemException named && draft.toString().equals(named.getFile());
        if (!ofDraft || Files.exists(draft, LinkOption.NOFOLLOW_LINKS)) {
            return at(file, failure);
        }
        FileSystemException renamed = renamed(file, (FileSystemException) failure);
        renamed.initCause(failure);
        return renamed;
    }

    private static FileSystemException renamed(Path file, FileSystemException failure) {
        if (failure instanceof AccessDeniedException) {
            return new AccessDeniedException(file.toString());
        }
        return failure instanceof NoSuchFileException
                ? new NoSuchFileException(file.toString())
                : new FileSystemException(file.toString(), null, failure.getReason());
    }

    private static String withAdvice(String message) {
        String lower = message.toLowerCase(Locale.ROOT);
        boolean advise = Stream.of(FULL).anyMatch(lower::contains) && !message.endsWith(ADVICE);
        return advise ? message + ADVICE : message;
    }
}
