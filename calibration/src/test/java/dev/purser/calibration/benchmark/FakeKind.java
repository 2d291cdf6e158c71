package dev.purser.calibration.benchmark;

import dev.purser.calibration.models.Batch;
import dev.purser.calibration.models.Model;
import dev.purser.calibration.models.ModelKind;
import dev.purser.calibration.models.ModelSize;
import dev.purser.calibration.models.network.WeightSource;
import dev.purser.calibration.models.study.Study;
import dev.purser.calibration.models.study.StudyProgress;
import dev.purser.calibration.models.study.StudyResult;
import dev.purser.calibration.models.study.StudySettings;
import dev.purser.scenarios.output.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A model whose calls take a known time: 0.2 ms and 0.1 ms a sample. What it does wrong stands in its weights, as the
 * processes that time it know nothing else of a test.
 */
public final class FakeKind implements ModelKind {
    static final String NAME = "fake";

    /** What a process has room for: the batches of 15 callers' rounds. A warm-up has 9, a calibration 27. */
    private static final int LEAKING_BATCHES = 15 * Batch.inTurn(1);

    private static final String WEIGHTS = "fake.txt";

    /** Beside the model's folder: a process for each line. */
    private static final String PROCESSES = "processes.txt";

    /** What goes wrong, in this process. */
    private static volatile Mood mood = Mood.SOUND;

    /** What goes wrong, with batches of more than one sample. */
    enum Mood {
        SOUND,
        /** With batches of more than two. */
        OUT_OF_MEMORY,
        DIES,
        /** Whatever their size: each leaves memory behind, in all more than a process may have. */
        LEAKS,
        /** Whatever their size, unless numbers have 32 bits. */
        SINGLE_ONLY,
        /** With batches of more than two whose numbers do not have 32 bits. */
        OUT_OF_MEMORY_IN_64,
        /** Where numbers do not have 32 bits. */
        DIES_IN_64
    }

    private int studies;

    static void mood(Mood next) {
        mood = next;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String shape() {
        return "a rest";
    }

    @Override
    public Model model(WeightSource weights) {
        return new Fake(mood, 0);
    }

    @Override
    public Model load(Path folder) {
        try {
            note(ProcessHandle.current().pid(), folder);
            return new Fake(Mood.valueOf(Files.readString(folder.resolve(WEIGHTS))), leakNumbers());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void note(long process, Path weights) throws IOException {
        Path file = processes(weights.getParent().getParent());
        Files.writeString(file, process + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** The file that names each process that has loaded the model, a line for each time. */
    static Path processes(Path samples) {
        return samples.resolve(PROCESSES);
    }

    /** Numbers of 32 bits, as many as fill a process, of which Java and ND4J have their part already. */
    private static int leakNumbers() {
        long roomBytes = Math.max(0, Pointer.maxPhysicalBytes() - Pointer.physicalBytes());
        return (int) Math.min(Integer.MAX_VALUE, roomBytes / (LEAKING_BATCHES * Float.BYTES));
    }

    /** A study that finds the same at once, and counts how often it was asked. */
    @Override
    public Study study() {
        return new Study() {
            @Override
            public String data() {
                return "nothing";
            }

            @Override
            public Set<String> meanings() {
                return Set.of("user");
            }

            @Override
            public StudyResult run(StudySettings settings, StudyProgress progress) {
                studies++;
                return new StudyResult(
                        create(settings.seed()),
                        "nothing",
                        List.of(new StudyResult.Figure("NDCG@10", 0.25), new StudyResult.Figure("test accuracy", 1)));
            }
        };
    }

    int studies() {
        return studies;
    }

    private record Fake(Mood mood, int leakNumbers) implements Model {
        @Override
        public ModelSize size() {
            return new ModelSize(10, 40, 20, 8, 40);
        }

        @Override
        public Batch batch(int samples, long seed) {
            if (mood == Mood.LEAKS) {
                Nd4j.ones(DataType.FLOAT, leakNumbers);
            }
            return Batch.of(Nd4j.zeros(samples, 1), Nd4j.zeros(samples, 1));
        }

        @Override
        public float[] score(Batch batch) {
            boolean usual = batch.input().dataType() == DataType.FLOAT;
            if (batch.samples() > 2 && (mood == Mood.OUT_OF_MEMORY || mood == Mood.OUT_OF_MEMORY_IN_64 && !usual)) {
                throw new OutOfMemoryError("no more room");
            }
            if (batch.samples() > 1 && (mood == Mood.DIES || mood == Mood.DIES_IN_64 && !usual)) {
                Runtime.getRuntime().halt(137);
            }
            if (mood == Mood.SINGLE_ONLY && !usual) {
                throw new IllegalStateException("only in\n32 bits");
            }
            LockSupport.parkNanos(200_000 + 100_000L * batch.samples());
            return new float[batch.samples()];
        }

        @Override
        public double train(Batch batch) {
            score(batch);
            return 0;
        }

        @Override
        public void save(Path folder) throws IOException {
            WholeFile.write(folder.resolve(WEIGHTS), mood.name().getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void close() {}
    }
}
