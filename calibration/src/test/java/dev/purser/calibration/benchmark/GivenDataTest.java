package dev.purser.calibration.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.calibration.models.ModelKind;
import dev.purser.scenarios.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GivenDataTest {
    private static final List<ModelKind> KINDS = Kinds.named(List.of("mlp", "als", "gru", "purchase", "ncf"));

    @TempDir
    private Path home;

    private Path pairs;
    private Path sessions;

    /** Twelve pairs; ten sessions of twelve items, of which two follow ten others. */
    @BeforeEach
    void tables() throws IOException {
        StringBuilder rows = new StringBuilder("buyer,item\n");
        for (int i = 0; i < 12; i++) {
            rows.append(i % 3).append(',').append(i).append('\n');
        }
        pairs = Files.writeString(home.resolve("pairs.csv"), rows);
        rows = new StringBuilder("visit,item\n");
        for (int i = 0; i < 120; i++) {
            rows.append(i / 12).append(',').append(i % 7).append('\n');
        }
        sessions = Files.writeString(home.resolve("sessions.csv"), rows);
    }

    @Test
    void eachModelTakesTheMeaningsItKnows() throws IOException {
        Preparation preparation = preparation(
                List.of("als=" + pairs, "gru=" + sessions),
                Map.of("user", "buyer", "session", "visit", "item", "item"));
        preparation.check(KINDS);
        assertColumns("{item=item, user=buyer}", preparation, 1);
        assertColumns("{item=item, session=visit}", preparation, 2);
        assertColumns("{}", preparation, 0);
    }

    /** One of them calls it {@code item}, which a map for the other must not take from it. */
    @Test
    void aMeaningOfTwoTablesMayHaveItsUsualNameInOne() throws IOException {
        Files.writeString(sessions, Files.readString(sessions).replace("visit,item", "visit,product"));
        Preparation preparation = preparation(
                List.of("als=" + pairs, "gru=" + sessions),
                Map.of("user", "buyer", "session", "visit", "item", "product"));
        preparation.check(KINDS);
        assertColumns("{user=buyer}", preparation, 1);
        assertColumns("{item=product, session=visit}", preparation, 2);
    }

    private static void assertColumns(String columns, Preparation preparation, int kind) throws IOException {
        String origin = preparation.origin(KINDS.get(kind));
        assertTrue(origin.endsWith("\ncolumns: " + columns + "\n"), origin);
    }

    @Test
    void aMeaningThatNoGivenModelKnowsIsRefused() {
        List<String> both = List.of("als=" + pairs, "gru=" + sessions);
        assertEquals(
                "--map: got usr, must be one of item, query, session, user, weight; did you mean `user`?",
                refusal(both, Map.of("usr", "buyer")));
        assertEquals(
                "--map: got session, must be one of item, user, weight",
                refusal(List.of("als=" + pairs), Map.of("session", "visit")));
    }

    /** Of a single table and of several; a table that cannot be read is told as such. */
    @Test
    void aColumnThatNoTableHasIsRefused() throws IOException {
        Map<String, String> slip = Map.of("user", "buyer", "session", "visit", "item", "itm");
        String missing = ":1: column itm is missing; did you mean `item`?";
        assertEquals(pairs + missing, refusal(List.of("als=" + pairs), Map.of("user", "buyer", "item", "itm")));
        assertEquals(pairs + missing, refusal(List.of("als=" + pairs, "gru=" + sessions), slip));
        Files.writeString(pairs, "buyer,buyer\n");
        String broken = refusal(List.of("als=" + pairs, "gru=" + sessions), slip);
        assertTrue(broken.startsWith(pairs + ": got a broken CSV table"), broken);
    }

    @Test
    void aMapWithoutATableIsRefused() {
        Map<String, String> columns = Map.of("user", "buyer", "item", "what");
        assertEquals(
                "--map: got {item=what, user=buyer}, must come with --data: generated data have no columns",
                refusal(List.of(), columns));
        String images = refusal(List.of("mlp=" + home), columns);
        assertTrue(
                images.startsWith(
                        "--map: got {item=what, user=buyer}, must come with --data of a model that reads a table: "),
                images);
        assertTrue(images.contains("als, ") && !images.contains("mlp"), images);
    }

    @Test
    void twoPathsForOneModelAreRefused() {
        assertEquals(
                "--data: got " + pairs + " and " + sessions + " for als, must be one of them",
                refusal(List.of("als=" + pairs, "als=" + sessions), Map.of()));
    }

    @Test
    void aPathThatIsNotThereIsRefused() {
        assertEquals(
                "--data: got als=lost.csv, must be MODEL=PATH with a path that is there and one of the models "
                        + "mlp, als, gru, purchase, ncf",
                refusal(List.of("als=lost.csv"), Map.of()));
    }

    @Test
    void dataThatCannotBeUsedAreRefused() {
        assertEquals(pairs + ":1: column user is missing", refusal(List.of("als=" + pairs), Map.of()));
        assertEquals(
                home + ": got no train-images-idx3-ubyte, must hold it (or with .gz)",
                refusal(List.of("mlp=" + home), Map.of()));
        assertEquals(
                "--data: got " + pairs + ", must be absent: purchase learns from generated data",
                refusal(List.of("purchase=" + pairs), Map.of()));
        assertEquals(
                "--data: got " + pairs + ", must be absent for a model that is there to be timed and learns nothing",
                refusal(List.of("ncf=" + pairs), Map.of()));
    }

    private static String refusal(List<String> data, Map<String, String> columns) {
        return assertThrows(
                        InputException.class, () -> preparation(data, columns).check(KINDS))
                .getMessage();
    }

    private static Preparation preparation(List<String> data, Map<String, String> columns) {
        GivenData given = GivenData.of(data, columns, KINDS);
        return new Preparation(1, true, given.paths(), given.columns());
    }
}
