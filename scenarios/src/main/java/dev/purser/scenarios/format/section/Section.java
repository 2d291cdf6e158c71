package dev.purser.scenarios.format.section;

import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Node;
import dev.purser.scenarios.format.tree.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads one mapping. The code that declares the keys runs in two modes: over a node, where it reads and collects every
 * problem; and without one, where it only describes the keys. It must therefore declare the same keys always, and
 * touch values only inside {@link #build} and {@link #check}.
 */
public final class Section {
    private final Optional<Node.Mapping> node;
    private final Findings findings;
    private final Map<String, Node> effective = new LinkedHashMap<>();
    private final List<Description.Key> declared = new ArrayList<>();
    private boolean refused;

    private Section(Optional<Node.Mapping> node, Findings findings) {
        this.node = node;
        this.findings = findings;
    }

    static Section over(Node.Mapping node, Findings findings) {
        return new Section(Optional.of(node), findings);
    }

    static Section described() {
        return new Section(Optional.empty(), new Findings());
    }

    /** Declares the key {@code name}; reading follows with how it may be left out. */
    public <T> Key<T> key(String name, Shape<T> shape, String doc) {
        return new Key<>(this, name, shape, doc);
    }

    /**
     * The value {@code maker} builds; unusable if a value it needs is. What it refuses, by {@link Value#refused} or by
     * the checks of a specification, is a problem.
     */
    public <T> Value<T> build(Supplier<T> maker) {
        if (node.isEmpty() || refused) {
            return Value.unusable(new Node.Empty(place()));
        }
        try {
            return Value.of(node.get(), maker.get());
        } catch (Value.Unusable known) {
            return Value.unusable(node.get());
        } catch (Refusal refusal) {
            findings.add(refusal.place(), refusal.getMessage());
        } catch (IllegalArgumentException refused) {
            findings.add(place(), refused.getMessage());
        }
        return Value.unusable(node.get());
    }

    /**
     * Runs a check that throws what {@link Value#refused} gives. Several checks report each on its own; what is built
     * after one that failed is unusable, so that nothing is reported twice.
     */
    public void check(Runnable check) {
        boolean refusedBefore = refused;
        refused = false;
        int before = findings.count();
        build(() -> {
            check.run();
            return true;
        });
        refused = refusedBefore || findings.count() > before;
    }

    /** What {@code reader} gives if it finds nothing wrong; to be used inside {@link #build}, for other files. */
    public <T> T clean(Function<Findings, T> reader) {
        Findings own = new Findings();
        T result = reader.apply(own);
        findings.addAll(own.problems());
        if (!own.clean()) {
            throw new Value.Unusable();
        }
        return result;
    }

    /** Attaches a remark to a setting, for {@code show}. */
    public void remark(Value<?> value, Supplier<String> text) {
        check(() -> findings.remark(value.place(), text.get()));
    }

    /** Where the section stands. */
    public Place place() {
        return node.map(Node::place).orElse(Place.ofFile("description"));
    }

    boolean describing() {
        return node.isEmpty();
    }

    Findings findings() {
        return findings;
    }

    Optional<Node> find(String key) {
        return node.map(mapping -> mapping.entries().get(key));
    }

    void declare(Description.Key key) {
        declared.add(key);
    }

    void keep(String key, Node filled) {
        effective.put(key, filled);
    }

    List<Description.Key> descriptions() {
        return declared;
    }

    String keyNames() {
        return String.join(", ", declaredNames());
    }

    private List<String> declaredNames() {
        return declared.stream().map(Description.Key::name).toList();
    }

    Node effective() {
        return new Node.Mapping(place(), effective, Map.of());
    }

    void refuseUnknownKeys() {
        Node.Mapping mapping = node.orElseThrow();
        List<String> known = declaredNames();
        mapping.entries().keySet().stream()
                .filter(key -> !known.contains(key))
                .forEach(
                        key -> findings.add(mapping.keyPlaces().get(key), "unknown key, " + Nearest.oneOf(key, known)));
    }
}
