package dev.purser.calibration.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.calibration.data.Idx;
import dev.purser.calibration.data.LabelledImages;
import dev.purser.calibration.data.Split;
import dev.purser.calibration.data.synthetic.ImageGenerator;
import dev.purser.calibration.models.Mlp;
import dev.purser.calibration.models.Model;
import dev.purser.scenarios.InputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TrainCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void trainsOnAFolderAndKeepsTheModel() throws IOException {
        Split<LabelledImages> images = ImageGenerator.split(3, 200, 50);
        Idx.write(folder, "train", images.train());
        Idx.write(folder, "t10k", images.heldOut());
        Path kept = folder.resolve("kept");
        int code = run("mlp", "--epochs", "2", "--data", folder.toString(), "--out", kept.toString());
        assertEquals(0, code, err.toString());
        assertTrue(out.toString().contains("200 images to train on, 50 held out"), out.toString());
        assertTrue(out.toString().contains("test accuracy"), out.toString());
        assertTrue(err.toString().contains("pass 2 of 2: loss"), err.toString());
        try (Model model = new Mlp().load(kept)) {
            assertEquals(10, model.score(model.batch(1, 1)).length);
        }
    }

    @Test
    void allSwitchesReachTheTraining() throws IOException {
        Split<LabelledImages> images = ImageGenerator.split(3, 60, 20);
        Idx.write(folder, "train", images.train());
        Idx.write(folder, "t10k", images.heldOut());
        String[] plain = {"mlp", "--epochs", "1", "--data", folder.toString()};
        assertEquals(0, run(plain), err.toString());
        String without = accuracy();
        List<String> all = new ArrayList<>(List.of(plain));
        all.addAll(List.of("--l1", "1e-4", "--l2", "1e-3", "--dropout", "0.5", "--augment", "flip,crop,scale"));
        all.addAll(List.of("--resample", "under", "--folds", "2"));
        assertEquals(0, run(all.toArray(String[]::new)), err.toString());
        assertTrue(out.toString().contains("test accuracy, mean of 2 folds"), out.toString());
        assertTrue(err.toString().contains("pass 3 of 3: loss"), err.toString());
        assertNotEquals(without, accuracy());
    }

    private String accuracy() {
        return out.toString()
                .lines()
                .filter(line -> line.startsWith("test precision, mean of classes "))
                .reduce("", (before, line) -> line);
    }

    @Test
    void wrongInputIsRefused() {
        assertTrue(refusal("mpl").startsWith("MODEL: got mpl, must be "));
        assertTrue(refusal("mpl").endsWith("; did you mean `mlp`?"));
        assertEquals("--epochs: got 0, must be a whole number of at least 1", refusal("mlp", "--epochs", "0"));
        assertTrue(refusal("mlp", "--l2", "-1").startsWith("--l2: got -1.0, must be"));
        assertEquals(
                "--l1: got 0.1, must be absent: als does not take it; mlp, purchase, cnn, cnn-dropout do",
                refusal("als", "--l1", "0.1"));
        assertTrue(refusal("cnn-dropout", "--dropout", "0.1").endsWith("mlp, purchase, cnn do"));
        assertTrue(refusal("purchase", "--augment", "flip").endsWith("mlp, cnn, cnn-dropout do"));
        assertTrue(refusal("mlp", "--fake-users", "0.1").endsWith("popularity, als do"));
        assertTrue(refusal("popularity", "--epochs", "3").startsWith("--epochs: got 3, must be absent: popularity"));
        assertEquals("--dropout: got 1.0, must be in [0, 1) (a fraction)", refusal("mlp", "--dropout", "1"));
        assertEquals("--folds: got 1, must be a whole number of at least 2", refusal("mlp", "--folds", "1"));
        assertTrue(refusal("mlp", "--augment", "flop").endsWith("did you mean `flip`?"));
        assertTrue(refusal("mlp", "--resample", "ovr").endsWith("did you mean `over`?"));
        assertTrue(refusal("als", "--map", "user=who").startsWith("--map: got {user=who}, must come with --data"));
        assertTrue(refusal("din").startsWith("MODEL: got din, which is there to be timed, must be one of"));
        assertTrue(refusal("mlp", "--data", folder.toString()).contains("got no train-images-idx3-ubyte"));
    }

    /** Text in a number, and too little to hold some out, are found before anything is learnt. */
    @Test
    void dataThatCannotBeUsedAreRefused() throws IOException {
        Path table = Files.writeString(folder.resolve("sold.csv"), "user,item,weight\na,b,1\na,c,heavy\n");
        assertEquals(
                table + ":3 weight: got heavy, must be a number above 0", refusal("als", "--data", table.toString()));
        Files.writeString(table, "user,item\na,b\na,c\n");
        assertEquals(
                table + ": got 2 different pairs of a user and an item, must be at least 10: a fifth is held out",
                refusal("gan", "--data", table.toString()));
        Files.writeString(table, "user,item\n" + "a,b\nc,b\nd,b\ne,b\nf,b\ng,b\nh,b\ni,b\nj,b\nk,b\n");
        assertTrue(refusal("gan", "--data", table.toString()).startsWith("--data: got 1 items that somebody took"));
    }

    @Test
    void aFolderThatCannotBeMadeIsRefusedBeforeTheTraining() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");
        String message = refusal("purchase", "--out", file.resolve("model").toString());
        assertTrue(message.startsWith("--out: cannot write " + file.resolve("model")), message);
        assertEquals("", out.toString());
    }

    private String refusal(String... arguments) {
        List<Exception> thrown = new ArrayList<>();
        CommandLine command = command().setExecutionExceptionHandler((problem, failed, parsed) -> {
            thrown.add(problem);
            return 2;
        });
        assertEquals(2, command.execute(arguments));
        return assertInstanceOf(InputException.class, thrown.get(0)).getMessage();
    }

    private int run(String... arguments) {
        return command().execute(arguments);
    }

    private CommandLine command() {
        return new CommandLine(new TrainCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
    }
}
