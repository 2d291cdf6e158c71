package dev.purser.scenarios.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.scenarios.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What all commands have in common: help, versions, exit codes and messages. */
class PurserTest {
    @TempDir
    private Path folder;

    static Stream<String> commands() {
        return Purser.commandLine().getSubcommands().keySet().stream();
    }

    @Test
    void theHelpListsAllCommandsAndAnExample() {
        Console help = Console.purser("--help");
        assertEquals(0, help.code());
        for (String command : List.of("run", "validate", "show", "schema", "catalogue", "calibrate", "check")) {
            assertTrue(help.out().contains("\n  " + command + " "), command);
        }
        assertTrue(help.out().contains("(built on first use)."));
        assertTrue(help.out().contains("./purser run scenarios/library/quickstart.yaml"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandKnowsTheCommonOptionsAndShowsAnExample(String command) {
        Console help = Console.purser(command, "--help");
        assertEquals(0, help.code());
        for (String option : List.of("--out", "--quiet", "--force", "--seed", "--help", "--version")) {
            assertTrue(help.out().contains(option), option);
        }
        assertTrue(help.out().contains("Example:\n  ./purser " + command));
        assertTrue(help.out().contains("2   the input is wrong"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandTellsTheVersion(String command) {
        assertEquals(
                "purser " + Version.current() + "\n",
                Console.purser(command, "--version").out());
    }

    @Test
    void theVersionIsTheOneOfTheBuild() {
        assertTrue(Version.current().matches("\\d+\\.\\d+\\.\\d+.*"), Version.current());
    }

    @Test
    void noLineOfTheHelpIsTooLongForATerminal() {
        for (Map.Entry<String, CommandLine> command :
                Purser.commandLine().getSubcommands().entrySet()) {
            command.getValue().getUsageMessage().lines().forEach(line -> assertTrue(line.length() <= 110, line));
        }
    }

    @Test
    void aMissingCommandIsWrongInput() {
        assertEquals(new Console(2, "", "purser: name a command; see purser --help\n"), Console.purser());
    }

    @Test
    void aMisspeltCommandGetsTheNearestName() {
        assertEquals(
                new Console(
                        2,
                        "",
                        "purser: unknown command or argument validat; did you mean `validate`?; see purser --help\n"),
                Console.purser("validat"));
    }

    @Test
    void aMisspeltOptionGetsTheNearestName() {
        assertEquals(
                new Console(
                        2,
                        "",
                        "purser catalogue: unknown option --quite; did you mean `--quiet`?; "
                                + "see purser catalogue --help\n"),
                Console.purser("catalogue", "--quite"));
    }

    @Test
    void aMisspeltValueGetsTheNearestName() {
        assertEquals(
                new Console(
                        2,
                        "",
                        "purser catalogue: KIND: got model, must be one of hardware, accelerators, prices, models; "
                                + "did you mean `models`?; see purser catalogue --help\n"),
                Console.purser("catalogue", "model"));
    }

    @Test
    void aSeedMustBeAWholeNumber() {
        assertEquals(
                new Console(
                        2,
                        "",
                        "purser catalogue: --seed: got 1.5, must be a whole number; see purser catalogue --help\n"),
                Console.purser("catalogue", "--seed", "1.5"));
    }

    @Test
    void aCommandOfAnotherModuleSaysHowToStartIt() {
        assertEquals(
                new Console(2, "", "calibrate: its module is not on the class path; start it as ./purser calibrate\n"),
                Console.purser("calibrate", "import", "--unit", "ms"));
        assertEquals(
                new Console(2, "", "check: its module is not on the class path; start it as ./purser check\n"),
                Console.purser("check", "--measured", "load.csv"));
    }

    @Test
    void stackTracesAreForDebuggingOnly() {
        String missing = folder.resolve("missing.yaml").toString();
        assertFalse(Console.purser("validate", missing).err().contains("\tat "));
        assertTrue(Console.debugged("validate", missing).err().contains("\tat "));
    }

    @Test
    void theCatalogueIsPrintedOrWritten() throws Exception {
        Console printed = Console.purser("catalogue", "prices", "--match", "G4DN.xlarge");
        assertEquals(0, printed.code());
        assertTrue(printed.out().contains("g4dn.xlarge  aws"));
        Path file = folder.resolve("prices.txt");
        Console written = Console.purser("catalogue", "prices", "--match", "g4dn.xlarge", "--out", file.toString());
        assertEquals(new Console(0, "", ""), written);
        assertEquals(printed.out(), Files.readString(file));
    }

    @Test
    void aFileIsReplacedByForceAlone() throws Exception {
        Path file = Files.writeString(folder.resolve("list.txt"), "mine");
        Console refused = Console.purser("catalogue", "--out", file.toString());
        assertEquals(
                new Console(2, "", "--out: " + file + " exists; replace it with --force, or name another file\n"),
                refused);
        assertEquals("mine", Files.readString(file));
        assertEquals(
                0,
                Console.purser("catalogue", "--force", "--out", file.toString()).code());
        assertTrue(Files.readString(file).startsWith("instance"));
    }

    @Test
    void everyKindOfTheCatalogueHasRows() {
        for (CatalogueListing kind : CatalogueListing.values()) {
            Console listed = Console.purser("catalogue", kind.name());
            assertEquals(0, listed.code());
            assertTrue(listed.out().lines().count() > 10, kind.name());
        }
    }
}
