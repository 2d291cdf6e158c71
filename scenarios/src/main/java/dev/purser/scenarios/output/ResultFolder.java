package dev.purser.scenarios.output;

import dev.purser.scenarios.FileTrouble;
import dev.purser.scenarios.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/**
 * The folder of one result: complete or not there at all. Files are written into a hidden sibling, {@link #path()},
 * which {@link #commit()} puts in place by renaming. What a killed run left behind is cleaned when the same folder is
 * opened the next time; an interrupted run (Ctrl-C) cleans up itself.
 *
 * <p>Beside a folder {@code day}: {@code .day.purser-lock} while a run writes, {@code .day.purser-partial} until the new
 * result is complete, {@code .day.purser-old} while a result is being replaced.
 */
public final class ResultFolder implements AutoCloseable {
    /** The file by which a folder is known as a result of Purser. */
    public static final String MARK = "manifest.json";

    private final Path target;
    private final Path partial;
    private final Path old;
    private final FolderLock lock;
    private final Thread hook = new Thread(this::interrupted, "result-folder-clean-up");
    private boolean over;

    private ResultFolder(Path target, FolderLock lock) {
        this.target = target;
        this.partial = sibling(target, "partial");
        this.old = sibling(target, "old");
        this.lock = lock;
    }

    /**
     * Makes sure that a result can be written to {@code target}, before any work is done.
     *
     * @param force whether a result that is already there may be replaced
     * @throws InputException if the folder exists and must not be replaced, or cannot be written
     */
    public static ResultFolder open(Path target, boolean force) {
        Path absolute = target.toAbsolutePath().normalize();
        checkIsFolderName(absolute, target);
        checkReplaceable(absolute, target, force);
        try {
            return opened(absolute, target, force);
        } catch (IOException e) {
            throw new InputException(
                    "--out: cannot write " + target + " (" + FileTrouble.of(e) + "); name a folder that can");
        }
    }

    private static ResultFolder opened(Path absolute, Path asGiven, boolean force) throws IOException {
        Files.createDirectories(absolute.getParent());
        Path target = absolute.getParent().toRealPath().resolve(absolute.getFileName());
        FolderLock lock = FolderLock.take(sibling(target, "lock"))
                .orElseThrow(() -> new InputException(
                        "--out: another run is writing " + asGiven + "; wait for it, or name another folder"));
        ResultFolder folder = new ResultFolder(target, lock);
        try {
            folder.cleanLeftovers();
            checkReplaceable(target, asGiven, force);
            Files.createDirectory(folder.partial);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
        Runtime.getRuntime().addShutdownHook(folder.hook);
        return folder;
    }

    /** Where to write the files until {@link #commit()}. */
    public Path path() {
        return partial;
    }

    /** Where the result lies afterwards. */
    public Path target() {
        return target;
    }

    /** Puts the complete result in place. */
    public synchronized void commit() throws IOException {
        if (over) {
            throw new IOException("interrupted");
        }
        Folders.force(partial);
        boolean replaces = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
        if (replaces) {
            Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        Folders.forceOne(target.getParent());
        over = true;
        Folders.delete(old);
    }

    /** Removes what was written, unless it was committed. */
    @Override
    public void close() throws IOException {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is going down: the hook cleans up, or has.
            return;
        }
        abandon();
    }

    private void interrupted() {
        try {
            abandon();
        } catch (IOException e) {
            // Nobody is left to tell; the next run into this folder cleans up.
        }
    }

    private synchronized void abandon() throws IOException {
        if (!over) {
            over = true;
            // Renamed first, so that a thread that still writes finds no folder and cannot refill it.
            Path doomed = sibling(target, "aborted");
            Files.move(partial, doomed, StandardCopyOption.ATOMIC_MOVE);
            Folders.delete(doomed);
        }
        lock.close();
    }

    private void cleanLeftovers() throws IOException {
        boolean lostInReplacement = !Files.exists(target, LinkOption.NOFOLLOW_LINKS) && Files.exists(old);
        if (lostInReplacement) {
            Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
        }
        Folders.delete(old);
        Folders.delete(partial);
        Folders.delete(sibling(target, "aborted"));
    }

    private static void checkIsFolderName(Path absolute, Path asGiven) {
        if (absolute.getFileName() == null) {
            throw new InputException("--out: got " + asGiven + ", must be a folder that Purser can create");
        }
    }

    private static void checkReplaceable(Path target, Path asGiven, boolean force) {
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new InputException("--out: " + asGiven + " exists and is not a folder; name another");
        }
        if (!force) {
            throw new InputException(
                    "--out: " + asGiven + " exists; replace it with --force, or name another folder with --out");
        }
        if (!Files.exists(target.resolve(MARK)) && !isEmpty(target)) {
            throw new InputException("--out: " + asGiven + " exists and is no result of Purser (it holds no " + MARK
                    + "), so --force does not replace it; name another folder");
        }
    }

    private static boolean isEmpty(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        } catch (IOException e) {
            throw new InputException(
                    "--out: cannot read " + folder + " (" + FileTrouble.of(e) + "); name another folder");
        }
    }

    private static Path sibling(Path target, String role) {
        return target.resolveSibling("." + target.getFileName() + ".purser-" + role);
    }
}
