package dev.purser.scenarios.format.section;

import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One of several kinds of section, told apart by the key that only this kind has: a small registry. The reader of a
 * kind must declare its key as required.
 *
 * @param name what they are kinds of, such as {@code traffic}
 * @param doc what it is, in one sentence
 * @param kinds by their keys
 * @param <T> type of the value
 */
public record Alternatives<T>(String name, String doc, Map<String, Format<T>> kinds) implements Shape<T> {
    public Alternatives {
        kinds = new LinkedHashMap<>(kinds);
    }

    /** Alternatives whose formats are named by their distinguishing keys. */
    @SafeVarargs
    public static <T> Alternatives<T> of(String name, String doc, Format<T>... formats) {
        Map<String, Format<T>> kinds = new LinkedHashMap<>();
        for (Format<T> format : formats) {
            kinds.put(format.name(), format);
        }
        return new Alternatives<>(name, doc, kinds);
    }

    /** The same kinds and one more, behind them. */
    public Alternatives<T> and(String newName, String newDoc, Format<T> format) {
        Map<String, Format<T>> all = new LinkedHashMap<>(kinds);
        all.put(format.name(), format);
        return new Alternatives<>(newName, newDoc, all);
    }

    @Override
    public Value<T> read(Node node, Findings findings) {
        if (!(node instanceof Node.Mapping mapping)) {
            findings.add(node.place(), "got " + Received.of(node) + ", must be a mapping with " + oneKey());
            return Value.unusable(node);
        }
        List<String> given =
                kinds.keySet().stream().filter(mapping.entries()::containsKey).toList();
        if (given.size() == 1) {
            return kinds.get(given.get(0)).read(node, findings);
        }
        findings.add(node.place(), given.isEmpty() ? noKind(mapping) : several(given));
        return Value.unusable(node);
    }

    private String noKind(Node.Mapping mapping) {
        String hint = mapping.entries().keySet().stream()
                .map(key -> Nearest.hint(key, kinds.keySet()))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        String received = mapping.entries().isEmpty()
                ? "no key"
                : String.join(", ", mapping.entries().keySet());
        return "got " + Received.of(received) + ", must have " + oneKey() + hint;
    }

    private String several(List<String> given) {
        return "got " + String.join(" and ", given) + ", must have " + oneKey();
    }

    private String oneKey() {
        return "exactly one of the keys " + String.join(", ", kinds.keySet());
    }

    @Override
    public Description describe() {
        Map<String, Description.Keys> described = new LinkedHashMap<>();
        kinds.forEach((key, kind) -> described.put(key, kind.describe()));
        return new Description.Alternatives(name, doc, described);
    }
}
