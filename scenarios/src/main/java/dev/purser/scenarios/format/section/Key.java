package dev.purser.scenarios.format.section;

import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Node;
import dev.purser.scenarios.format.tree.Place;
import dev.purser.scenarios.format.tree.YamlTree;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One key of a section, about to be read.
 *
 * @param <T> type of the value
 */
public final class Key<T> {
    private final Section section;
    private final String name;
    private final Shape<T> shape;
    private final String doc;

    Key(Section section, String name, Shape<T> shape, String doc) {
        this.section = section;
        this.name = name;
        this.shape = shape;
        this.doc = doc;
    }

    /** A default: the YAML a user could have written, and who says so. */
    public record Default(String yaml, String origin) {}

    /** The value; leaving the key out is a problem. */
    public Value<T> required() {
        declare(Description.Presence.REQUIRED, "");
        return section.find(name).map(this::read).orElseGet(this::missing);
    }

    /** The value, or that of the YAML text {@code yaml}. */
    public Value<T> orElse(String yaml) {
        return orElse(yaml, () -> new Default(yaml, "default"));
    }

    /**
     * The value, or a default that depends on other settings.
     *
     * @param inWords the default, as the reference states it
     * @param standIn runs only when the key is missing; may refuse, or need values that are unusable
     */
    public Value<T> orElse(String inWords, Supplier<Default> standIn) {
        declare(Description.Presence.DEFAULT, inWords);
        return section.find(name).map(this::read).orElseGet(() -> fillIn(standIn));
    }

    /** The value, or empty. */
    public Value<Optional<T>> optional() {
        declare(Description.Presence.OPTIONAL, "");
        return section.find(name)
                .map(node -> read(node).map(Optional::of))
                .orElseGet(() -> Value.of(new Node.Empty(place()), Optional.empty()));
    }

    private void declare(Description.Presence presence, String defaultText) {
        if (section.describing()) {
            section.declare(new Description.Key(name, doc, shape.describe(), presence, defaultText));
        } else {
            section.declare(new Description.Key(name, doc, null, presence, defaultText));
        }
    }

    private Value<T> read(Node node) {
        Value<T> value = shape.read(node, section.findings());
        section.keep(name, value.node());
        return value;
    }

    private Value<T> missing() {
        if (!section.describing()) {
            section.findings().add(section.place(), "got no `" + name + "`, must be given: " + doc);
        }
        return Value.unusable(new Node.Empty(place()));
    }

    private Value<T> fillIn(Supplier<Default> standIn) {
        Value<Default> chosen = section.build(standIn);
        if (!chosen.usable()) {
            return Value.unusable(new Node.Empty(place()));
        }
        Findings ofDefault = new Findings();
        Place filled = place().filledInFrom(chosen.get().origin());
        Node node = YamlTree.read(filled, chosen.get().yaml(), ofDefault)
                .orElseThrow(() -> new IllegalStateException("default of " + name + ": " + ofDefault.problems()));
        return read(Relocated.to(filled, node));
    }

    private Place place() {
        return section.place().child(name);
    }
}
