package dev.purser.scenarios.format;

import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Node;
import dev.purser.scenarios.format.tree.Place;
import dev.purser.scenarios.format.tree.YamlTree;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes a scenario with all defaults filled in, as YAML that loads to the same scenario; a comment after each value
 * says where it comes from.
 */
public final class EffectiveYaml {
    private static final int COMMENT_COLUMN = 40;

    private final StringBuilder out = new StringBuilder();
    private final Map<String, String> remarks;

    private EffectiveYaml(Map<String, String> remarks) {
        this.remarks = remarks;
    }

    /** The effective settings of {@code loaded}, which must be free of problems. */
    public static String of(Loaded loaded) {
        EffectiveYaml yaml = new EffectiveYaml(loaded.remarks());
        yaml.entries((Node.Mapping) loaded.effective().orElseThrow(), "");
        return yaml.out.toString();
    }

    private void entries(Node.Mapping mapping, String indent) {
        mapping.entries().forEach((key, value) -> {
            out.append(indent).append(key).append(':');
            value(value, indent + "  ");
        });
    }

    private void value(Node node, String indent) {
        if (node instanceof Node.Mapping mapping && !mapping.entries().isEmpty()) {
            comment(node);
            entries(mapping, indent);
        } else if (node instanceof Node.Sequence sequence && !isFlat(sequence)) {
            out.append('\n');
            sequence.items().forEach(item -> item((Node.Mapping) item, indent));
        } else {
            out.append(' ').append(inline(node));
            comment(node);
        }
    }

    /** The first key of an item stands beside its dash. */
    private void item(Node.Mapping item, String indent) {
        int start = out.length();
        entries(item, indent + "  ");
        out.setCharAt(start + indent.length(), '-');
    }

    private static boolean isFlat(Node.Sequence sequence) {
        return sequence.items().stream().noneMatch(Node.Mapping.class::isInstance);
    }

    private void comment(Node node) {
        boolean leaf =
                !(node instanceof Node.Mapping mapping) || mapping.entries().isEmpty();
        String source = leaf ? source(node.place()) : "";
        String remark = Optional.ofNullable(remarks.get(node.place().path())).orElse("");
        String text = source + (source.isEmpty() || remark.isEmpty() ? "" : "; ") + remark;
        if (!text.isEmpty()) {
            int length = out.length() - out.lastIndexOf("\n") - 1;
            out.append(" ".repeat(Math.max(2, COMMENT_COLUMN - length)))
                    .append("# ")
                    .append(text.replaceAll("\\s", " "));
        }
        out.append('\n');
    }

    /** The origin of a value, or the last part of its file's path and the line. */
    private static String source(Place place) {
        String source = place.source();
        return place.origin().isEmpty() ? source.substring(source.lastIndexOf('/') + 1) : source;
    }

    private static String inline(Node node) {
        if (node instanceof Node.Mapping) {
            return "{}";
        }
        if (node instanceof Node.Sequence sequence) {
            return sequence.items().stream().map(EffectiveYaml::inline).collect(Collectors.joining(", ", "[", "]"));
        }
        return scalar((Node.Scalar) node);
    }

    private static String scalar(Node.Scalar scalar) {
        return isPlain(scalar) ? scalar.text() : "'" + scalar.text().replace("'", "''") + "'";
    }

    /** Whether the text reads as the same value without quotes. */
    private static boolean isPlain(Node.Scalar scalar) {
        if (!scalar.text().matches("[\\p{L}\\p{N}/+.-][\\p{L}\\p{N} /%+._:-]*")) {
            return false;
        }
        Findings findings = new Findings();
        Optional<Node> again = YamlTree.read(Place.ofFile("again"), scalar.text(), findings);
        return findings.clean()
                && again.filter(node -> node instanceof Node.Scalar read
                                && read.text().equals(scalar.text())
                                && read.form() == scalar.form())
                        .isPresent();
    }
}
