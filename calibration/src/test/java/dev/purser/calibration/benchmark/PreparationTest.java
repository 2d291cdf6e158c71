package dev.purser.calibration.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        Preparation.Weights trained = full.prepare(kind, folder, Progress.NONE);
        assertEquals(Map.of("NDCG-at-10", 0.25, "test-accuracy", 1.0), trained.quality());
        full.tidy(folder);
        assertEquals(trained, full.prepare(kind, folder, Progress.NONE));
        assertEquals(1, kind.studies(), "what is trained is not trained again");
    }

    @Test
    void trainsAgainWhereTheQualityIsTorn() throws IOException {
        FakeKind kind = new FakeKind();
        ModelFolder folder = new ModelFolder(home);
        Preparation full = new Preparation(1, true);
        full.prepare(kind, folder, Progress.NONE);
        List<String> torn = List.of("NDCG-at-10 0.25\n", "NDCG-at-10 \u00bd\nend\n", "nothing\nend\n");
        for (int i = 0; i < torn.size(); i++) {
            Files.writeString(home.resolve("quality.txt"), torn.get(i));
            full.prepare(kind, folder, Progress.NONE);
            assertEquals(2 + i, kind.studies(), torn.get(i));
        }
        Files.write(home.resolve("quality.txt"), new byte[] {'a', ' ', (byte) 0xff, '\n', 'e', 'n', 'd', '\n'});
        full.prepare(kind, folder, Progress.NONE);
        assertEquals(5, kind.studies());
    }

    @Test
    void untrainedWeightsHaveNoQualityAndDoNotStay() throws IOException {
        ModelFolder folder = new ModelFolder(home);
        Preparation quick = new Preparation(1, false);
        assertTrue(
                quick.prepare(new FakeKind(), folder, Progress.NONE).quality().isEmpty());
        assertTrue(Files.exists(folder.weights()));
        quick.tidy(folder);
        assertTrue(Files.notExists(folder.weights()));
    }

    @Test
    void saysWhatTheWeightsComeFrom() throws IOException {
        Path data = Files.writeString(home.resolve("mine.csv"), "user,item\n1,2\n");
        String untrained = new Preparation(1, false).origin(new FakeKind());
        assertTrue(untrained.contains("model: fake\nshape: a rest\nweights: untrained\n"), untrained);
        String generated = new Preparation(1, true).origin(new FakeKind());
        assertTrue(generated.contains("weights: trained on generated data\ncolumns: {}\n"), generated);
        String mine = ofData(data).origin(new FakeKind());
        assertTrue(mine.contains("weights: trained on data of SHA-256 "), mine);
        assertTrue(mine.contains("columns: {user=buyer}"), mine);
        Files.writeString(data, "user,item\n1,3\n");
        assertNotEquals(mine, ofData(data).origin(new FakeKind()), "other data under the same name");
    }

    private static Preparation ofData(Path data) {
        return new Preparation(1, true, Map.of(FakeKind.NAME, data), Map.of(FakeKind.NAME, Map.of("user", "buyer")));
    }
}
