package dev.purser.calibration.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.scenarios.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every kind of model keeps to. */
class ModelContractTest {
    private static final int FEW_ROWS = 50;
    private static final Map<String, ModelKind> FEW = Stream.of(
                    new Ncf(FEW_ROWS, FEW_ROWS), new MultiTaskWideAndDeep(10_000), new Din(10_000), new Dien(10_000))
            .collect(Collectors.toMap(ModelKind::name, kind -> kind));

    /** All kinds; large tables are cut, because filling them takes longer than all that is tested here. */
    static List<ModelKind> kinds() {
        return ModelKinds.all().stream().map(ModelContractTest::withFewRows).toList();
    }

    private static ModelKind withFewRows(ModelKind kind) {
        if (kind instanceof Dlrm dlrm) {
            return new Dlrm(dlrm.sizes().withRows(FEW_ROWS));
        }
        return FEW.getOrDefault(kind.name(), kind);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void sameSeedSameModelAndInput(ModelKind kind) {
        try (Model one = kind.create(7);
                Model two = kind.create(7);
                Model other = kind.create(8)) {
            float[] scores = one.score(one.batch(5, 3));
            assertArrayEquals(scores, two.score(two.batch(5, 3)));
            assertFalse(Arrays.equals(scores, other.score(other.batch(5, 3))), "another seed, other weights");
            assertEquals(one.size(), two.size());
        }
    }

    /** Nobody else would give their memory back. */
    @ParameterizedTest
    @MethodSource("kinds")
    void inputsCanBeClosed(ModelKind kind) {
        try (Model model = kind.create(7)) {
            Batch batch = model.batch(3, 1);
            batch.close();
            batch.inputs().forEach(input -> assertTrue(input.wasClosed()));
            batch.labels().ifPresent(labels -> assertTrue(labels.wasClosed()));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void scoresAreFiniteAndOneRowPerSample(ModelKind kind) {
        try (Model model = kind.create(7)) {
            int outputs = model.score(model.batch(1, 3)).length;
            for (int samples : new int[] {2, 7, 64}) {
                float[] scores = model.score(model.batch(samples, 3));
                assertEquals(samples * outputs, scores.length);
                for (float score : scores) {
                    assertTrue(Float.isFinite(score), "score " + score);
                }
            }
        }
    }

    /** A sample's score does not depend on its company, up to the rounding of sums in another order. */
    @ParameterizedTest
    @MethodSource("kinds")
    void batchingChangesNoScore(ModelKind kind) {
        try (Model model = kind.create(7)) {
            List<Batch> parts = List.of(model.batch(1, 3), model.batch(4, 5), model.batch(2, 6));
            float[] together = model.score(Batch.concat(parts));
            float[] apart = new float[together.length];
            int filled = 0;
            for (Batch part : parts) {
                float[] scores = model.score(part);
                System.arraycopy(scores, 0, apart, filled, scores.length);
                filled += scores.length;
            }
            assertEquals(apart.length, filled);
            assertArrayEquals(apart, together, 1e-4f);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void concurrentCallersGetTheirOwnScores(ModelKind kind) {
        try (Model model = kind.create(7)) {
            List<Batch> batches = IntStream.range(0, 16)
                    .mapToObj(i -> model.batch(1 + i % 5, i))
                    .toList();
            List<float[]> alone = batches.stream().map(model::score).toList();
            List<CompletableFuture<float[]>> calls = batches.stream()
                    .map(batch -> CompletableFuture.supplyAsync(() -> model.score(batch)))
                    .toList();
            for (int i = 0; i < calls.size(); i++) {
                assertArrayEquals(alone.get(i), calls.get(i).join());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void savedModelScoresTheSame(ModelKind kind, @TempDir Path folder) throws IOException {
        try (Model model = kind.create(7)) {
            model.save(folder);
            try (Model loaded = kind.load(folder)) {
                assertArrayEquals(model.score(model.batch(5, 3)), loaded.score(loaded.batch(5, 3)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void cutModelFileIsRefused(ModelKind kind, @TempDir Path folder) throws IOException {
        try (Model model = kind.create(7)) {
            model.save(folder);
        }
        try (var files = Files.list(folder)) {
            Path file = files.sorted().findFirst().orElseThrow();
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(bytes, bytes.length - 2));
        }
        assertThrows(InputException.class, () -> kind.load(folder));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void trainingChangesScores(ModelKind kind) {
        try (Model model = kind.create(7)) {
            Batch batch = model.batch(16, 3);
            float[] before = model.score(batch);
            for (int step = 0; step < 3; step++) {
                model.train(batch);
            }
            assertFalse(Arrays.equals(before, model.score(batch)));
        }
    }
}
