package dev.purser.scenarios.cli;

import dev.purser.scenarios.surface.SurfaceFolder;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Where commands keep states of the response surface. */
public final class SurfaceOptions {
    @ArgGroup
    private @Nullable Choice choice;

    /** The folder states are kept in; none if they are not to be kept. */
    Optional<SurfaceFolder> folder(Path scenario) {
        if (choice == null) {
            return Optional.of(SurfaceFolder.beside(scenario));
        }
        return Optional.ofNullable(choice.folder).map(SurfaceFolder::at);
    }

    /** One or the other. */
    static final class Choice {
        @Option(
                names = "--surface",
                paramLabel = "DIR",
                description = "Folder that keeps states of the response surface for later runs at interval level, in "
                        + "place of .purser/surface beside the scenario. It changes how long a run takes and nothing "
                        + "else.")
        private @Nullable Path folder;

        @Option(names = "--no-surface", description = "Neither read nor keep states of the response surface.")
        private boolean none;
    }
}
