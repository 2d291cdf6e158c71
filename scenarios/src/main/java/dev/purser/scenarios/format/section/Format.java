package dev.purser.scenarios.format.section;

import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Node;
import java.util.function.Function;

/**
 * A mapping with known keys: a section of a file.
 *
 * @param name kind of section, unique within a file format, such as {@code pool}
 * @param doc what it is, in one sentence
 * @param body declares every key once and builds the value from them
 * @param <T> type of the value
 */
public record Format<T>(String name, String doc, Function<Section, Value<T>> body) implements Shape<T> {

    @Override
    public Value<T> read(Node node, Findings findings) {
        if (!(node instanceof Node.Mapping mapping)) {
            Section described = Section.described();
            body.apply(described);
            findings.add(
                    node.place(),
                    "got " + Received.of(node) + ", must be a mapping with the keys " + described.keyNames());
            return Value.unusable(node);
        }
        Section section = Section.over(mapping, findings);
        Value<T> built = body.apply(section);
        section.refuseUnknownKeys();
        return built.standingAt(section.effective());
    }

    @Override
    public Description.Keys describe() {
        Section section = Section.described();
        body.apply(section);
        return new Description.Keys(name, doc, section.descriptions());
    }
}
