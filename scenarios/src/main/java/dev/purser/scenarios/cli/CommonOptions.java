package dev.purser.scenarios.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every command knows. */
public final class CommonOptions {
    @Option(
            names = "--out",
            paramLabel = "PATH",
            description = "Where the output goes, in place of what is said above.")
    private @Nullable Path out;

    @Option(names = "--quiet", description = "Print errors only: no progress, no summary.")
    private boolean quiet;

    @Option(names = "--force", description = "Replace output that is already there, once the new one is complete.")
    private boolean force;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "Seed of every random stream, in place of the scenario's. "
                    + "Commands that draw nothing take it and stay the same.")
    private @Nullable Long seed;

    @Option(names = "--help", usageHelp = true, description = "Print this help.")
    private boolean help;

    @Option(names = "--version", versionHelp = true, description = "Print the version.")
    private boolean version;

    /** The path after {@code --out}, if given. */
    public Optional<Path> out() {
        return Optional.ofNullable(out);
    }

    /** Whether only errors are to be printed. */
    public boolean quiet() {
        return quiet;
    }

    /** Whether existing output may be replaced. */
    public boolean force() {
        return force;
    }

    /** The seed after {@code --seed}, if given. */
    public OptionalLong seed() {
        return seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
    }
}
