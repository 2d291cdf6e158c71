package dev.purser.scenarios.format.section;

import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Node;
import dev.purser.scenarios.format.tree.Place;
import dev.purser.scenarios.format.tree.YamlTree;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a piece of YAML becomes a value. The same shape reads, documents and yields the JSON Schema.
 *
 * @param <T> type of the value
 */
public interface Shape<T> {

    /** The value at {@code node}; problems go to {@code findings}. */
    Value<T> read(Node node, Findings findings);

    /** What may stand there. */
    Description describe();

    /** A shape of the same YAML with another form of the value. */
    default <R> Shape<R> as(Function<T, R> form) {
        return new Shapes.Mapped<>(this, form);
    }

    /** The value of a YAML text, such as a default; broken text or a problem in it is a mistake of the caller. */
    default T parse(String yaml) {
        Findings findings = new Findings();
        Optional<Value<T>> value =
                YamlTree.read(Place.ofFile("text"), yaml, findings).map(node -> read(node, findings));
        if (!findings.clean() || value.isEmpty()) {
            throw new IllegalArgumentException("`" + yaml + "`: " + findings.problems());
        }
        return value.get().get();
    }
}
