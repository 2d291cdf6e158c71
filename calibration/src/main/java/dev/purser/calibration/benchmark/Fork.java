package dev.purser.calibration.benchmark;

import dev.purser.calibration.models.network.ClosingExecutioner;
import dev.purser.scenarios.FileTrouble;
import dev.purser.scenarios.InputException;
import dev.purser.simulator.units.Check;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs {@link CallBenchmark} in a process of its own.
 *
 * @param memoryBytes most memory of the process: a quarter of it for Java's heap, the rest for arrays outside
 * @param java the Java that runs it
 */
public record Fork(long memoryBytes, Path java) {
    /** Collections then do not look through references to native memory, which takes them 100 ms. */
    private static final String NO_REFERENCES = "-Dorg.bytedeco.javacpp.nopointergc=true";

    /** Nothing waits for the collector then; see {@link ClosingExecutioner}. */
    private static final String CLOSING = "-D" + ClosingExecutioner.PROPERTY + "=" + ClosingExecutioner.class.getName();

    /** OpenMP threads beyond one wait for each other on a busy machine and make a call a hundred times as long. */
    private static final String OPENMP_THREADS = "OMP_NUM_THREADS";

    /** JMH's lock is one for all users of a machine, and its owner may be someone else. */
    private static final String IGNORE_LOCK = "jmh.ignoreLock";

    /** What a process prints goes through the folder for temporary files; where that is full, JMH logs a stack trace. */
    private static final Logger DRAINER = Logger.getLogger("org.openjdk.jmh.util.InputStreamDrainer");

    private static final String TEMPORARY = "java.io.tmpdir";

    /** Where native code is unpacked, which the user may have named. */
    private static final List<String> PLACES = List.of("org.bytedeco.javacpp.cachedir", TEMPORARY);

    /** Options of ./purser that say how large methods may be to be compiled into others, and how often the collector runs. */
    private static final String COMPILED = "-XX:InlineSmallCode=";

    private static final String YOUNG = "-Xmn";
    private static final long SMALL_HEAP_MEGABYTES = 512;

    private static final long SMALLEST_MEMORY_BYTES = 512L << 20;

    public Fork {
        Check.atLeast(memoryBytes, SMALLEST_MEMORY_BYTES, "memory of a process (bytes)");
    }

    /** A process of at most {@code memoryBytes} with the Java that runs this one. */
    public static Fork of(long memoryBytes) {
        return new Fork(memoryBytes, Path.of(System.getProperty("java.home"), "bin", "java"));
    }

    /**
     * Checks the environment, which processes inherit.
     *
     * @throws InputException if it lets OpenMP use several threads
     */
    public static void checkEnvironment(String threads) {
        if (!"1".equals(threads)) {
            throw new InputException("environment: got " + (threads == null ? "no " : "another ") + OPENMP_THREADS
                    + ", must be 1, as ./purser sets it: callers are counted, not the threads within a call");
        }
    }

    /** The environment's setting that {@link #checkEnvironment} wants to see. */
    public static String openMpThreads() {
        return System.getenv(OPENMP_THREADS);
    }

    /**
     * Times what {@code order} says.
     *
     * @param warmUps rounds in all whose times do not count
     * @param iterations rounds in all whose times count
     * @param roundNanos length of a round, in nanoseconds
     * @param ended hears of every round that has ended, warm-up included
     * @throws CalibrationFailure if the process dies; what it has kept stays
     */
    void run(ForkOrder order, int warmUps, int iterations, long roundNanos, Consumer<IterationParams> ended) {
        ForkOutput output = new ForkOutput(ended);
        System.setProperty(IGNORE_LOCK, "true");
        DRAINER.setLevel(Level.OFF);
        ChildProcesses children = ChildProcesses.endWithThisOne();
        try {
            new Runner(options(order, warmUps, iterations, roundNanos), output).run();
        } catch (RunnerException died) {
            throw new CalibrationFailure(output.reason(), died);
        } catch (IllegalStateException broken) {
            throw withoutTemporaryFiles(broken);
        } finally {
            children.release();
        }
    }

    /** JMH writes files of its own before it starts a process. */
    private static RuntimeException withoutTemporaryFiles(IllegalStateException broken) {
        if (broken.getCause() instanceof IOException refused) {
            return new CalibrationFailure(
                    "the folder for temporary files, " + System.getProperty(TEMPORARY) + ", cannot be written ("
                            + FileTrouble.of(refused) + "); name another with PURSER_JAVA_OPTIONS=-D" + TEMPORARY
                            + "=FOLDER",
                    broken);
        }
        return broken;
    }

    private Options options(ForkOrder order, int warmUps, int iterations, long roundNanos) {
        return new OptionsBuilder()
                .include("^" + Pattern.quote(CallBenchmark.class.getName()) + "\\.call$")
                .mode(Mode.SampleTime)
                .forks(1)
                .threads(order.cases().stream().mapToInt(Case::threads).max().orElseThrow())
                .warmupIterations(warmUps)
                .warmupTime(TimeValue.nanoseconds(roundNanos / Effort.WARM_UP_DIVISOR))
                .measurementIterations(iterations)
                .measurementTime(TimeValue.nanoseconds(roundNanos))
                .shouldDoGC(false)
                .shouldFailOnError(true)
                .jvm(java.toString())
                .jvmArgs(arguments(order).toArray(String[]::new))
                .build();
    }

    /** The garbage collector is that of ./purser, so that a model behind a live check meets the same. */
    private List<String> arguments(ForkOrder order) {
        long heapMegabytes = memoryBytes / 4 >> 20;
        long outsideBytes = memoryBytes - memoryBytes / 4;
        List<String> arguments = new ArrayList<>(List.of(
                "-XX:+UseSerialGC",
                "-Xmx" + heapMegabytes + "m",
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                NO_REFERENCES,
                CLOSING,
                "-Dorg.bytedeco.javacpp.maxbytes=" + outsideBytes,
                "-Dorg.bytedeco.javacpp.maxphysicalbytes=" + memoryBytes));
        arguments.addAll(asHere(ManagementFactory.getRuntimeMXBean().getInputArguments(), heapMegabytes));
        PLACES.stream()
                .filter(place -> System.getProperty(place) != null)
                .forEach(place -> arguments.add("-D" + place + "=" + System.getProperty(place)));
        arguments.addAll(order.arguments());
        return arguments;
    }

    /**
     * What it shares with a process that was started with {@code options}: what is compiled, and how often the collector runs. A small
     * heap has no room for that young generation and keeps its own.
     */
    static List<String> asHere(List<String> options, long heapMegabytes) {
        List<String> names = heapMegabytes < SMALL_HEAP_MEGABYTES ? List.of(COMPILED) : List.of(COMPILED, YOUNG);
        return options.stream()
                .filter(option -> names.stream().anyMatch(option::startsWith))
                .toList();
    }
}
