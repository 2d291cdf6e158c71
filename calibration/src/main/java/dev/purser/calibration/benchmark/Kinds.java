package dev.purser.calibration.benchmark;

import dev.purser.calibration.models.ModelKind;
import dev.purser.calibration.models.ModelKinds;
import dev.purser.scenarios.InputException;
import dev.purser.scenarios.format.section.Nearest;
import dev.purser.scenarios.format.section.Received;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** The kinds of model that can be timed: the shipped ones, and those that others offer as a service. */
public final class Kinds {
    private Kinds() {}

    /**
     * The kinds called {@code names}, in this order and each once.
     *
     * @throws InputException if one is not known
     */
    public static List<ModelKind> named(List<String> names) {
        return names.stream().distinct().map(Kinds::named).toList();
    }

    /** The kind called {@code name}. */
    static ModelKind named(String name) {
        return offered()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InputException("--models: got " + Received.of(name) + ", "
                        + Nearest.oneOf(name, offered().map(ModelKind::name).toList())));
    }

    private static Stream<ModelKind> offered() {
        return Stream.concat(
                ModelKinds.all().stream(),
                ServiceLoader.load(ModelKind.class).stream().map(ServiceLoader.Provider::get));
    }
}
