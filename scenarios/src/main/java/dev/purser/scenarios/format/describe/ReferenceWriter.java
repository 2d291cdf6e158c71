package dev.purser.scenarios.format.describe;

import dev.purser.scenarios.format.section.Description;
import java.util.stream.Collectors;

/** Writes the reference page of a format, in Markdown: one table per section. */
public final class ReferenceWriter {
    private final Definitions definitions;
    private final StringBuilder out = new StringBuilder();

    private ReferenceWriter(Definitions definitions) {
        this.definitions = definitions;
    }

    /** The page on {@code top}, under {@code title} and {@code introduction}. */
    public static String write(Description.Keys top, String title, String introduction) {
        ReferenceWriter writer = new ReferenceWriter(new Definitions(top));
        writer.out
                .append("# ")
                .append(title)
                .append("\n\n")
                .append(introduction)
                .append('\n');
        writer.definitions.byName().forEach(writer::section);
        return writer.out.toString();
    }

    private void section(String name, Description.Keys keys) {
        out.append("\n## ").append(name).append("\n\n").append(keys.doc()).append("\n\n");
        out.append("| key | what | allowed | example | if left out |\n|---|---|---|---|---|\n");
        for (Description.Key key : keys.keys()) {
            out.append("| `").append(key.name()).append("` | ");
            out.append(cell(key.doc())).append(" | ");
            out.append(cell(allowed(key.shape()))).append(" | ");
            out.append(cell(example(key.shape()))).append(" | ");
            out.append(cell(absence(key))).append(" |\n");
        }
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    private static String absence(Description.Key key) {
        return switch (key.presence()) {
            case REQUIRED -> "**required**";
            case OPTIONAL -> "nothing";
            case DEFAULT ->
                key.defaultText().matches("[a-z0-9\\[{].*[0-9a-z%\\]}]")
                                && key.defaultText().split(" ").length <= 2
                        ? "`" + key.defaultText() + "`"
                        : key.defaultText();
        };
    }

    private String allowed(Description shape) {
        if (shape instanceof Description.Single single) {
            return single.rule();
        }
        if (shape instanceof Description.Keys keys) {
            return "a mapping: " + link(keys);
        }
        if (shape instanceof Description.Alternatives alternatives) {
            return alternatives.byKey().values().stream()
                    .map(this::link)
                    .collect(Collectors.joining(", or ", "a mapping: ", ""));
        }
        if (shape instanceof Description.Either either) {
            return allowed(either.single()) + "; or " + allowed(either.longer());
        }
        if (shape instanceof Description.OrNone orNone) {
            return "`none`, or " + allowed(orNone.some());
        }
        return collection(shape);
    }

    private String collection(Description shape) {
        if (shape instanceof Description.Listed listed) {
            return (listed.atLeastOne() ? "a list of one or more, each " : "a list, each ") + allowed(listed.item());
        }
        Description.Named named = (Description.Named) shape;
        return (named.atLeastOne() ? "a mapping from one or more names to " : "a mapping from names to ")
                + allowed(named.value());
    }

    private String link(Description.Keys keys) {
        String name = definitions.name(keys);
        return "[" + name + "](#" + name + ")";
    }

    private static String example(Description shape) {
        if (shape instanceof Description.Single single) {
            return "`" + single.example() + "`";
        }
        if (shape instanceof Description.Either either) {
            return example(either.single());
        }
        if (shape instanceof Description.OrNone orNone) {
            return example(orNone.some());
        }
        if (shape instanceof Description.Listed listed && listed.item() instanceof Description.Single single) {
            return "`[" + single.example() + "]`";
        }
        return "see there";
    }
}
