package dev.purser.scenarios.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What is said of a value that an option cannot take: in the user's words, whatever Java calls its type. */
class RefusedValueTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --times=x         | --times: got x, must be a whole number
            --times=1.5       | --times: got 1.5, must be a whole number
            --epochs=many     | --epochs: got many, must be a whole number
            --seed=0x1        | --seed: got 0x1, must be a whole number
            --share=half      | --share: got half, must be a number
            --ratio=half      | --ratio: got half, must be a number
            --force=often     | --force: got often, must be true or false
            --loads=20,40%    | --loads: got 40%, must be a number
            --kinds=red       | --kinds: got red, must be one of CALM, BUSY
            --map=user        | --map: got user, must be like MEANING=COLUMN
            """)
    void isToldInWordsOfTheUser(String argument, String told) {
        StringWriter err = new StringWriter();
        CommandLine command = new CommandLine(new Asked()).setErr(new PrintWriter(err, true));
        command.setParameterExceptionHandler(new Errors(false)::wrongArguments);
        assertEquals(2, command.execute(argument));
        assertEquals("asked: " + told + "; see asked --help", err.toString().strip());
    }

    private enum Kind {
        CALM,
        BUSY
    }

    @Command(name = "asked")
    private static final class Asked implements Runnable {
        @Option(names = "--times")
        private int times;

        @Option(names = "--epochs")
        private Integer epochs = 1;

        @Option(names = "--seed")
        private long seed;

        @Option(names = "--share")
        private double share;

        @Option(names = "--ratio")
        private Double ratio = 1.0;

        @Option(names = "--force")
        private boolean force;

        @Option(names = "--loads", split = ",")
        private List<Double> loads = List.of();

        @Option(names = "--kinds", split = ",")
        private List<Kind> kinds = List.of();

        @Option(names = "--map", split = ",", paramLabel = "MEANING=COLUMN")
        private Map<String, String> columns = Map.of();

        @Override
        public void run() {
            throw new AssertionError(
                    "taken: " + times + epochs + seed + share + ratio + force + loads + kinds + columns);
        }
    }
}
