package dev.purser.calibration.models.study;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.calibration.data.Interactions;
import dev.purser.calibration.data.synthetic.InteractionGenerator;
import dev.purser.calibration.models.Gan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GanStudyTest {
    @TempDir
    private Path folder;

    /** The pairs that are left name 192 of the 200 items: half as many are made. */
    @Test
    void virtualItemsComeNearerToTrueOnes() throws IOException {
        StudyResult result = new Gan()
                .study()
                .run(new StudySettings(Optional.of(table()), Map.of(), 1, OptionalInt.of(150)), StudyProgress.NONE);
        result.model().close();
        assertTrue(result.data().contains(", 96 virtual items"), result.data());
        assertTrue(result.figure("distance after training") < result.figure("distance before training"));
        assertTrue(result.figure("als NDCG@10") > 0 && result.figure("als NDCG@10 with virtual items") > 0);
        assertTrue(result.figure("mlp AUC") > 0.5 && result.figure("mlp AUC with virtual items") > 0.5);
    }

    private Path table() throws IOException {
        Interactions purchases = new InteractionGenerator(300, 200, 4, 5).purchases();
        StringBuilder text = new StringBuilder("user,item\n");
        for (int i = 0; i < purchases.count(); i++) {
            text.append(purchases.user()[i])
                    .append(',')
                    .append(purchases.item()[i])
                    .append('\n');
        }
        return Files.writeString(folder.resolve("table.csv"), text);
    }
}
