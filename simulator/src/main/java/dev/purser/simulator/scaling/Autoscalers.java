package dev.purser.simulator.scaling;

import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The registry of autoscalers: one line per kind. */
public enum Autoscalers implements AutoscalerKind {
    FIXED("fixed", FixedReplicasSpec.class),
    HPA("hpa", HpaSpec.class);

    private final String kindName;
    private final Class<? extends AutoscalerSpec> spec;

    Autoscalers(String kindName, Class<? extends AutoscalerSpec> spec) {
        this.kindName = kindName;
        this.spec = spec;
    }

    @Override
    public String kindName() {
        return kindName;
    }

    @Override
    public Class<? extends AutoscalerSpec> spec() {
        return spec;
    }

    /** The kinds that ship, then those found on the class path. */
    public static List<AutoscalerKind> all() {
        Stream<AutoscalerKind> found =
                ServiceLoader.load(AutoscalerKind.class).stream().map(ServiceLoader.Provider::get);
        return Stream.concat(Arrays.stream(values()), found).toList();
    }

    /**
     * The kind called {@code name}.
     *
     * @throws IllegalArgumentException if there is none; the message lists those there are
     */
    public static AutoscalerKind named(String name) {
        return all().stream()
                .filter(kind -> kind.kindName().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    private static IllegalArgumentException unknown(String name) {
        String known = all().stream().map(AutoscalerKind::kindName).collect(Collectors.joining(", "));
        return new IllegalArgumentException("autoscaler: got " + name + ", must be one of " + known);
    }
}
