package dev.purser.scenarios.format;

import dev.purser.scenarios.catalogue.Catalogue;
import dev.purser.scenarios.format.scenario.Environment;
import dev.purser.scenarios.format.scenario.ScenarioFiles;
import dev.purser.scenarios.format.scenario.ScenarioFormat;
import dev.purser.scenarios.format.section.Value;
import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Node;
import dev.purser.scenarios.format.tree.Place;
import dev.purser.scenarios.format.tree.Printable;
import dev.purser.scenarios.format.tree.TextFile;
import dev.purser.scenarios.format.tree.YamlTree;
import dev.purser.scenarios.profile.Profiles;
import dev.purser.simulator.experiment.Fidelity;
import dev.purser.simulator.experiment.ScenarioSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads scenario files. Reading never throws for what stands in a file: it yields problems.
 *
 * @param catalogue hardware types and list prices
 * @param profiles service times
 * @param seed seed in place of the scenario's
 * @param fidelity fidelity in place of the scenario's
 * @param allowOutside whether a scenario may name files outside its own folder
 */
public record ScenarioLoader(
        Catalogue catalogue, Profiles profiles, OptionalLong seed, Optional<Fidelity> fidelity, boolean allowOutside) {
    private static final long MOST_BYTES = 1 << 20;

    /** A loader with what Purser ships. */
    public static ScenarioLoader shipped() {
        return new ScenarioLoader(
                Catalogue.shipped(), Profiles.shipped(), OptionalLong.empty(), Optional.empty(), false);
    }

    /** The same with another seed. */
    public ScenarioLoader withSeed(OptionalLong other) {
        return new ScenarioLoader(catalogue, profiles, other, fidelity, allowOutside);
    }

    /** The same at another fidelity. */
    public ScenarioLoader withFidelity(Optional<Fidelity> other) {
        return new ScenarioLoader(catalogue, profiles, seed, other, allowOutside);
    }

    /** The same, for scenarios that may name files anywhere. */
    public ScenarioLoader allowingOutside(boolean allowed) {
        return new ScenarioLoader(catalogue, profiles, seed, fidelity, allowed);
    }

    /** Reads {@code file}. */
    public Loaded load(Path file) {
        Findings findings = new Findings();
        Place place = Place.ofFile(file.toString());
        Optional<String> text = TextFile.read(file, place, MOST_BYTES, findings);
        Environment environment = environment(file);
        Optional<Value<ScenarioSpec>> read = text.flatMap(yaml -> root(place, yaml, findings))
                .map(root -> new ScenarioFormat(environment).format().read(root, findings));
        return loaded(file, environment, read, findings);
    }

    private Environment environment(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        String fileName = String.valueOf(file.getFileName()).replaceFirst("\\.ya?ml$", "");
        String name = Printable.of(fileName, "-");
        return new Environment(name, new ScenarioFiles(folder, allowOutside), catalogue, profiles, new ArrayList<>());
    }

    private Optional<Node> root(Place place, String yaml, Findings findings) {
        Optional<Node> root = YamlTree.read(place, yaml, findings);
        if (root.isEmpty() && findings.clean()) {
            findings.add(
                    place,
                    "got an empty file, must be a scenario: a mapping that begins with `purser: "
                            + ScenarioFormat.VERSION + "`");
        }
        return root.map(this::withSeed).map(this::withFidelity);
    }

    private Node withSeed(Node root) {
        return seed.isEmpty() ? root : with(root, "seed", Long.toString(seed.getAsLong()), Node.Scalar.Form.NUMBER);
    }

    private Node withFidelity(Node root) {
        return fidelity.map(wanted -> with(root, "fidelity", wanted.label(), Node.Scalar.Form.TEXT))
                .orElse(root);
    }

    /** {@code root} with {@code key} as the option of its name gives it. */
    private static Node with(Node root, String key, String text, Node.Scalar.Form form) {
        if (!(root instanceof Node.Mapping mapping)) {
            return root;
        }
        Place place = mapping.place().child(key).filledInFrom("--" + key);
        Map<String, Node> entries = new LinkedHashMap<>(mapping.entries());
        entries.put(key, new Node.Scalar(place, text, form));
        return new Node.Mapping(mapping.place(), entries, mapping.keyPlaces());
    }

    private Loaded loaded(Path file, Environment environment, Optional<Value<ScenarioSpec>> read, Findings findings) {
        List<Path> inputs = new ArrayList<>(List.of(file));
        inputs.addAll(environment.files().read());
        Optional<Value<ScenarioSpec>> clean = findings.clean() ? read : Optional.empty();
        return new Loaded(
                clean.map(Value::get),
                findings.problems(),
                inputs,
                catalogue.date(),
                environment.usedLaws().stream().distinct().toList(),
                clean.map(Value::node),
                findings.remarks());
    }
}
