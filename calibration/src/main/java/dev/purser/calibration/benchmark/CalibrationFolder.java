package dev.purser.calibration.benchmark;

import dev.purser.scenarios.FileTrouble;
import dev.purser.scenarios.InputException;
import dev.purser.scenarios.Version;
import dev.purser.scenarios.output.WholeFile;
import dev.purser.simulator.hardware.Device;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/**
 * The folder of raw times beside a profile: what a calibration keeps, and where the next one goes on. Its file
 * {@value #STATE} says on which device, with which software, how and with which seed the times were measured; times of
 * another device or another effort are never mixed in.
 */
public final class CalibrationFolder implements AutoCloseable {
    /** Name of the file that says what the times are. */
    public static final String STATE = "calibration.txt";

    private static final String LOCK = ".lock";

    private final Path folder;
    private final FileChannel lock;

    private CalibrationFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Opens {@code folder}, and makes it if it is not there.
     *
     * @throws InputException if it belongs to something else, to another device or effort, is in use or cannot be
     *     written
     */
    public static CalibrationFolder open(Path folder, Device device, String effort, long seed) throws IOException {
        try {
            return opened(folder, device, effort, seed);
        } catch (FileAlreadyExistsException | AccessDeniedException | NotDirectoryException refused) {
            throw new InputException("--out: cannot keep times in " + folder + " (" + FileTrouble.of(refused)
                    + "); move it away, or name another file");
        }
    }

    private static CalibrationFolder opened(Path folder, Device device, String effort, long seed) throws IOException {
        StateFile state = new StateFile(folder.resolve(STATE));
        if (Files.isDirectory(folder) && !state.exists() && !isEmpty(folder)) {
            throw new InputException("--out: " + folder + " holds no times that Purser measured, must be free; "
                    + "move it away, or name another file");
        }
        Files.createDirectories(folder);
        state.claim(state(device, effort, seed));
        return new CalibrationFolder(folder, locked(folder));
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.allMatch(entry -> entry.getFileName().toString().endsWith(WholeFile.DRAFT));
        }
    }

    private static FileChannel locked(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException inThisProcess) {
            // Told below, as for another process.
        }
        channel.close();
        throw new InputException("--out: another calibration is writing " + folder + "; wait for it");
    }

    private static String state(Device device, String effort, long seed) {
        return "times measured by purser calibrate, version: 2\n"
                + "purser: " + Version.current() + "\n"
                + "effort: " + effort + "\n"
                + "seed: " + seed + "\n"
                + "processor: " + device.processor() + "\n"
                + "cores: " + device.cores() + "\n"
                + "memory bytes: " + device.memoryBytes() + "\n"
                + "operating system: " + device.operatingSystem() + "\n"
                + "java: " + device.javaMachine() + "\n"
                + "nd4j: " + device.nd4j() + "\n"
                + "blas: " + device.blas() + "\n";
    }

    /** The folder of one model's times, which is made if it is not there. */
    ModelFolder of(String model) throws IOException {
        return new ModelFolder(Files.createDirectories(folder.resolve(model)));
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(folder.resolve(LOCK));
        lock.close();
    }
}
