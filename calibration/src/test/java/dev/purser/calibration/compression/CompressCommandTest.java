package dev.purser.calibration.compression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.calibration.data.Idx;
import dev.purser.calibration.data.LabelledImages;
import dev.purser.calibration.data.Split;
import dev.purser.calibration.data.synthetic.ImageGenerator;
import dev.purser.calibration.models.Cnn;
import dev.purser.calibration.models.Model;
import dev.purser.calibration.train.TrainCommand;
import dev.purser.scenarios.InputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CompressCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @BeforeEach
    void images() throws IOException {
        Split<LabelledImages> images = ImageGenerator.split(3, 128, 50);
        Idx.write(folder, "train", images.train());
        Idx.write(folder, "t10k", images.heldOut());
    }

    /** A network with layers that are not dense, with methods that train and one that does not. */
    @Test
    void comparesAKeptModel() throws IOException {
        Path kept = Files.createDirectory(folder.resolve("kept"));
        try (Model model = new Cnn("cnn", 0).create(1)) {
            model.save(kept);
        }
        Path csv = folder.resolve("figures.csv");
        int code = run(
                "cnn",
                "--data",
                folder.toString(),
                "--from",
                kept.toString(),
                "--epochs",
                "1",
                "--rounds",
                "1",
                "--methods",
                "int8,distillation",
                "--out",
                csv.toString());
        assertEquals(0, code, err.toString());
        assertTrue(out.toString().contains("128 images to train on, 50 held out"), out.toString());
        assertTrue(out.toString().contains("| int8 | converted in each call | 347146 |"), out.toString());
        assertTrue(err.toString().contains("int8, converted at load: test accuracy"), err.toString());
        assertTrue(err.toString().contains(kept + ": does not say what its model was trained on"), err.toString());
        List<String> lines = Files.readAllLines(csv);
        assertEquals(1 + 3 * (2 + 4), lines.size(), "three batch sizes for each");
        assertTrue(lines.get(1).startsWith("cnn,int8,converted at load,"), lines.get(1));
    }

    /** The same images in another order are other samples to hold out from, where a part of all is held out. */
    @Test
    void aModelOfOtherSamplesIsRefused() throws IOException {
        Files.delete(folder.resolve("t10k-images-idx3-ubyte"));
        Files.delete(folder.resolve("t10k-labels-idx1-ubyte"));
        Path kept = folder.resolve("kept");
        String[] data = {"mlp", "--data", folder.toString(), "--epochs", "1"};
        assertEquals(0, new CommandLine(new TrainCommand()).execute(with(data, "--out", kept.toString(), "--quiet")));
        String[] again = with(data, "--from", kept.toString(), "--rounds", "1", "--methods", "int8");
        assertEquals(0, run(again), err.toString());
        assertFalse(err.toString().contains("does not say"), err.toString());
        String refusal = refusal(with(again, "--seed", "2"));
        assertTrue(refusal.startsWith("--from: got " + kept + ", whose model was trained on other samples"), refusal);
    }

    private static String[] with(String[] arguments, String... more) {
        return Stream.concat(Arrays.stream(arguments), Arrays.stream(more)).toArray(String[]::new);
    }

    @Test
    void trainsAModelWhereNoneIsKept() {
        int code = run(
                "mlp",
                "--data",
                folder.toString(),
                "--epochs",
                "1",
                "--rounds",
                "1",
                "--methods",
                "structured-pruning");
        assertEquals(0, code, err.toString());
        assertTrue(err.toString().contains("pass 1 of 1: loss"), err.toString());
        assertTrue(out.toString().contains("| none | as trained | 535818 |"), out.toString());
    }

    /** The draft of the table cannot be written, as on a disk that is full. */
    @Test
    void whatCannotBeWrittenIsTold() throws IOException {
        Files.createDirectory(folder.resolve(".a.csv." + ProcessHandle.current().pid() + ".draft"));
        String[] once = {"mlp", "--data", folder.toString(), "--epochs", "1", "--rounds", "1", "--methods", "int8"};
        int code = run(with(once, "--quiet", "--out", folder.resolve("a.csv").toString()));
        assertEquals(1, code);
        assertEquals("", out.toString());
        assertTrue(err.toString().contains("| none | as trained | 535818 |"), err.toString());
        assertFalse(Files.exists(folder.resolve("a.csv")));
    }

    @Test
    void wrongInputIsRefused() {
        assertTrue(refusal("als").startsWith("MODEL: got als, which has no dense layers"), refusal("als"));
        assertTrue(refusal("mlp", "--methods", "int9")
                .contains("--methods: got int9, must be one of structured-pruning, "));
        assertTrue(refusal("mlp", "--methods", "int9").endsWith("did you mean `int8`?"));
        assertEquals("--rounds: got 0, must be a whole number of at least 1", refusal("mlp", "--rounds", "0"));
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
        return new CommandLine(new CompressCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
    }
}
