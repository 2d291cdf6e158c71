package dev.purser.scenarios.surface;

import dev.purser.simulator.surface.SurfaceStore;
import dev.purser.simulator.units.Check;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/**
 * States of the response surface in a folder, a file each. A file is written under a temporary name and put in place
 * by renaming, so that a process that is stopped at any moment, and several at a time, leave whole files. A file that
 * is damaged, cut short or not ours counts as absent and is replaced. Everything in the folder may be deleted at any
 * time.
 */
public final class SurfaceFolder implements SurfaceStore {
    private static final String SUFFIX = ".state";
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");
    private static final long MOST_BYTES = 1L << 26;

    private final Path folder;
    private final boolean linked;
    private final AtomicBoolean swept = new AtomicBoolean();
    private final Map<String, Long> requestsOfFound = new ConcurrentHashMap<>();
    private final Set<String> made = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Optional<String>> trouble = new AtomicReference<>(Optional.empty());

    private SurfaceFolder(Path folder, boolean linked) {
        this.folder = folder;
        this.linked = linked;
    }

    /** A store in {@code folder}, which is made once there is something to keep. */
    public static SurfaceFolder at(Path folder) {
        return new SurfaceFolder(folder.toAbsolutePath(), false);
    }

    /** The store beside the scenario file {@code scenario}; never a link that leads elsewhere. */
    public static SurfaceFolder beside(Path scenario) {
        Path own = scenario.toAbsolutePath().resolveSibling(".purser");
        Path folder = own.resolve("surface");
        return new SurfaceFolder(folder, Files.isSymbolicLink(own) || Files.isSymbolicLink(folder));
    }

    /**
     * What a store was good for.
     *
     * @param found states that were kept by earlier runs
     * @param requests requests that were followed to find those
     * @param made states that were kept for later runs
     */
    public record Counts(long found, long requests, long made) {}

    /** What the store was good for until now. */
    public Counts counts() {
        return new Counts(
                requestsOfFound.size(),
                requestsOfFound.values().stream().mapToLong(Long::longValue).sum(),
                made.size());
    }

    /** Why states could not be kept, if so. */
    public Optional<String> trouble() {
        return trouble.get();
    }

    @Override
    public Optional<byte[]> load(String key) {
        Optional<StateFile> content = read(key);
        if (!made.contains(key)) {
            content.ifPresent(found -> requestsOfFound.put(key, found.requests()));
        }
        return content.map(StateFile::state);
    }

    private Optional<StateFile> read(String key) {
        Path file = file(key);
        try {
            return isReadable(file) ? StateFile.decode(key, Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Whether it is a file at all, for reading a pipe would not end, and no larger than a state can be. */
    private static boolean isReadable(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return attributes.isRegularFile() && attributes.size() <= MOST_BYTES;
    }

    @Override
    public void save(String key, byte[] state, long requests) {
        Path file = file(key);
        if (trouble.get().isPresent()) {
            return;
        }
        try {
            put(file, new StateFile(state, requests).encode(key));
            made.add(key);
        } catch (NoSuchFileException e) {
            // Somebody clears the folder, or a process in another container took ours for gone: not kept, this once.
            return;
        } catch (IOException e) {
            trouble.compareAndSet(Optional.empty(), Optional.of(reason(e)));
        }
    }

    private void put(Path file, byte[] content) throws IOException {
        if (linked) {
            throw new FileSystemException(folder.toString(), null, "a symbolic link");
        }
        Files.createDirectories(folder);
        if (swept.compareAndSet(false, true)) {
            Leftovers.remove(folder);
        }
        Path temporary = Leftovers.temporary(folder);
        try {
            Files.write(temporary, content);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
    }

    private Path file(String key) {
        Check.that(KEY.matcher(key).matches(), "key of a state", key, "must be 64 hexadecimal digits");
        return folder.resolve(key + SUFFIX);
    }

    private String reason(IOException e) {
        return "cannot keep states of the response surface in " + folder + " (" + cause(e) + ")";
    }

    private static String cause(IOException e) {
        if (e instanceof FileAlreadyExistsException exists) {
            return exists.getFile() + " is a file";
        }
        if (e instanceof AccessDeniedException denied) {
            return "no permission at " + denied.getFile();
        }
        boolean told = e instanceof FileSystemException failed && failed.getReason() != null;
        return told ? ((FileSystemException) e).getReason() : String.valueOf(e.getMessage());
    }
}
