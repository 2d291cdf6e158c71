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
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A model whose calls take a known time: 0.2 ms and 0.1 ms a sample. What it does wrong stands in its weights, as the
 * processes that time it know nothing else of a test.
 */
public final class FakeKind implements ModelKind {
    static final String NAME = "fake";

    /** 8 MB: of 1 GiB, of which 0.5 go to Java and ND4J, 60 batches. A warm-up takes 36, a calibration 108. */
    private static final int LEAK_NUMBERS = 2_000_000;

    private static final String WEIGHTS = "fake.txt";

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
        SINGLE_ONLY
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
        return new Fake(mood);
    }

    @Override
    public Model load(Path folder) {
        try {
            return new Fake(Mood.valueOf(Files.readString(folder.resolve(WEIGHTS))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
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

    private record Fake(Mood mood) implements Model {
        @Override
        public ModelSize size() {
            return new ModelSize(10, 40, 20, 8);
        }

        @Override
        public Batch batch(int samples, long seed) {
            if (mood == Mood.LEAKS) {
                Nd4j.ones(DataType.FLOAT, LEAK_NUMBERS);
            }
            return Batch.of(Nd4j.zeros(samples, 1), Nd4j.zeros(samples, 1));
        }

        @Override
        public float[] score(Batch batch) {
            if (batch.samples() > 2 && mood == Mood.OUT_OF_MEMORY) {
                throw new OutOfMemoryError("no more room");
            }
            if (batch.samples() > 1 && mood == Mood.DIES) {
                Runtime.getRuntime().halt(137);
            }
            if (mood == Mood.SINGLE_ONLY && batch.input().dataType() != DataType.FLOAT) {
                throw new IllegalStateException("only in 32 bits");
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
