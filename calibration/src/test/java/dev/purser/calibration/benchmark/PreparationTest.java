package dev.purser.calibration.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparationTest {
    @TempDir
    private Path home;

    @Test
    void trainsOnceAndKeepsTheQuality() throws IOException {
        FakeKind kind = new FakeKind();
        ModelFolder folder = new ModelFolder(home);
        Preparation full = new Preparation(1, true);
        Preparation.Weights trained = full.prepare(kind, folder);
        assertEquals(Map.of("NDCG-at-10", 0.25, "test-accuracy", 1.0), trained.quality());
        full.tidy(folder);
        assertEquals(trained, full.prepare(kind, folder));
        assertEquals(1, kind.studies(), "what is trained is not trained again");
    }

    @Test
    void trainsAgainWhereTheQualityIsTorn() throws IOException {
        FakeKind kind = new FakeKind();
        ModelFolder folder = new ModelFolder(home);
        Preparation full = new Preparation(1, true);
        full.prepare(kind, folder);
        Files.writeString(home.resolve("quality.txt"), "NDCG-at-10 0.25\n");
        full.prepare(kind, folder);
        assertEquals(2, kind.studies());
    }

    @Test
    void untrainedWeightsHaveNoQualityAndDoNotStay() throws IOException {
        ModelFolder folder = new ModelFolder(home);
        Preparation quick = new Preparation(1, false);
        assertTrue(quick.prepare(new FakeKind(), folder).quality().isEmpty());
        assertTrue(Files.exists(folder.weights()));
        quick.tidy(folder);
        assertTrue(Files.notExists(folder.weights()));
    }
}
