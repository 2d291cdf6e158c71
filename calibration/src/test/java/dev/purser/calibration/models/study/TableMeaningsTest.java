package dev.purser.calibration.models.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.purser.calibration.models.ModelKind;
import dev.purser.calibration.models.ModelKinds;
import dev.purser.scenarios.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the help of {@code --map} says of each model, and what the model then takes. */
class TableMeaningsTest {
    private static final Pattern MEANINGS_OF_MODELS = Pattern.compile("([a-z, ]+) \\(([a-z, ]+)\\)[;.] ");
    private static final String LACK = "Tables may lack ";

    @TempDir
    private Path folder;

    /** Each model beside its own meanings, and no model besides. */
    @Test
    void eachModelStandsBesideItsMeanings() {
        Map<String, Set<String>> expected = ModelKinds.trainable().stream()
                .filter(kind -> kind.study().options().contains(TrainingOption.COLUMNS))
                .collect(Collectors.toMap(
                        ModelKind::name, kind -> Set.copyOf(kind.study().meanings())));
        assertEquals(expected, meaningsByModel());
    }

    private static Map<String, Set<String>> meaningsByModel() {
        Map<String, Set<String>> byModel = new HashMap<>();
        Matcher groups = MEANINGS_OF_MODELS.matcher(TableMeanings.TEXT);
        while (groups.find()) {
            Set<String> meanings = Set.of(groups.group(1).strip().split(", "));
            for (String model : groups.group(2).split(", ")) {
                assertNull(byModel.put(model, meanings), model);
            }
        }
        return byModel;
    }

    @Test
    void noOtherMeaningIsTaken() throws IOException {
        Path table = Files.writeString(folder.resolve("t.csv"), "none\nx\n");
        meaningsByModel()
                .forEach((model, meanings) -> assertEquals(
                        "--map: got prise, must be one of " + String.join(", ", new TreeSet<>(meanings)),
                        refusal(model, table, Map.of("prise", "none"))));
    }

    /** All columns that are missed but those that a table may lack. */
    @Test
    void tablesMayLackWhatItSays() throws IOException {
        Path table = Files.writeString(folder.resolve("t.csv"), "none\nx\n");
        String text = TableMeanings.TEXT;
        Set<String> lacking =
                Set.of(text.substring(text.indexOf(LACK) + LACK.length()).split("\\W+(and )?"));
        meaningsByModel().forEach((model, meanings) -> {
            Set<String> needed = new TreeSet<>(meanings);
            needed.removeAll(lacking);
            String missed = needed.stream()
                    .map(meaning -> table + ":1: column " + meaning + " is missing")
                    .collect(Collectors.joining(System.lineSeparator()));
            assertEquals(missed, refusal(model, table, Map.of()));
        });
    }

    private static String refusal(String model, Path table, Map<String, String> columns) {
        StudySettings settings = new StudySettings(Optional.of(table), columns, 1, OptionalInt.empty());
        Study study = ModelKinds.named(model, "MODEL").study();
        return assertThrows(InputException.class, () -> study.check(settings), model)
                .getMessage();
    }
}
