package dev.purser.scenarios.cli;

import dev.purser.scenarios.output.OutputFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** Where a command's text goes: standard output, or the file after {@code --out}. */
final class Printout {
    private final Optional<OutputFile> file;
    private final PrintWriter standard;

    private Printout(Optional<OutputFile> file, PrintWriter standard) {
        this.file = file;
        this.standard = standard;
    }

    /** Checks that the text can be written; {@code options} says where. */
    static Printout open(CommonOptions options, CommandSpec command) {
        return new Printout(
                options.out().map(path -> OutputFile.open(path, options.force())),
                command.commandLine().getOut());
    }

    /** Writes {@code text}, which ends with a line feed. */
    void write(String text) throws IOException {
        if (file.isPresent()) {
            file.get().write(text);
        } else {
            standard.print(text);
            standard.flush();
        }
    }
}
