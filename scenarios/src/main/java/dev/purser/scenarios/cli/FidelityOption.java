package dev.purser.scenarios.cli;

import dev.purser.scenarios.format.section.Nearest;
import dev.purser.simulator.experiment.Fidelity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The fidelity of a run, on the command line. */
final class FidelityOption {
    @Option(
            names = "--fidelity",
            paramLabel = "LEVEL",
            converter = Level.class,
            description = "request, interval or auto, in place of the scenario's.")
    private @Nullable Fidelity fidelity;

    /** The level after {@code --fidelity}, if given. */
    Optional<Fidelity> fidelity() {
        return Optional.ofNullable(fidelity);
    }

    /** Reads the level's name as scenarios write it. */
    static final class Level implements ITypeConverter<Fidelity> {
        @Override
        public Fidelity convert(String text) {
            return Stream.of(Fidelity.values())
                    .filter(level -> level.label().equals(text))
                    .findFirst()
                    .orElseThrow(
                            () -> new TypeConversionException("got " + text + ", " + Nearest.oneOf(text, labels())));
        }

        private static List<String> labels() {
            return Stream.of(Fidelity.values()).map(Fidelity::label).toList();
        }
    }
}
