package dev.purser.scenarios.cli;

import dev.purser.scenarios.InputException;
import dev.purser.scenarios.catalogue.Catalogue;
import dev.purser.scenarios.profile.Profiles;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code purser catalogue}: what is shipped. */
@Command(
        name = "catalogue",
        description = "Lists the hardware, prices and models that are shipped.",
        footer = {
            "  ./purser catalogue",
            "  ./purser catalogue prices --match g4dn.xlarge",
            "  ./purser catalogue models --match A100"
        })
final class CatalogueCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "KIND",
            defaultValue = "hardware",
            description = "What to list: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private CatalogueListing kind;

    @Option(names = "--match", paramLabel = "TEXT", description = "List only rows that contain this text.")
    private String match = "";

    @Override
    public Integer call() throws IOException {
        Printout printout = Printout.open(common, spec);
        TextTable all = kind.table(Catalogue.shipped(), Profiles.shipped());
        TextTable table = all.matching(match);
        if (table.size() == 0) {
            throw new InputException("--match: got " + match + ", which is in none of the " + all.size() + " rows of "
                    + kind + "; see ./purser catalogue " + kind);
        }
        printout.write(table.toString());
        return ExitCode.DONE;
    }
}
