package dev.purser.scenarios.format.section;

import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A kind of single value.
 *
 * @param name what users call it, such as {@code duration}
 * @param rule what is allowed, in words that follow "must be"
 * @param example one that is allowed
 * @param parser reads it; throws {@link IllegalArgumentException} with what is allowed
 * @param printer writes it so that the parser reads the same value again
 * @param json JSON Schema of it
 * @param <T> type of the value
 */
public record ScalarType<T>(
        String name,
        String rule,
        String example,
        Function<Node.Scalar, T> parser,
        Function<T, String> printer,
        Map<String, Object> json)
        implements Shape<T> {

    @Override
    public Value<T> read(Node node, Findings findings) {
        if (!(node instanceof Node.Scalar scalar)) {
            findings.add(node.place(), "got " + node.description() + ", must be " + rule);
            return Value.unusable(node);
        }
        try {
            return Value.of(node, parser.apply(scalar));
        } catch (IllegalArgumentException refused) {
            findings.add(node.place(), "got " + Received.of(node) + ", " + refused.getMessage());
            return Value.unusable(node);
        }
    }

    @Override
    public Description describe() {
        return new Description.Single(name, rule, example, json);
    }

    /** The values of at least {@code bound}, written as in a file. */
    public ScalarType<T> atLeast(String bound) {
        T lowest = parse(bound);
        return limited("at least " + bound, "minimum", lowest, value -> compare(value, lowest) >= 0);
    }

    /** The values above {@code bound}, written as in a file. */
    public ScalarType<T> above(String bound) {
        T lowest = parse(bound);
        return limited("above " + bound, "exclusiveMinimum", lowest, value -> compare(value, lowest) > 0);
    }

    /** The values of at most {@code bound}, written as in a file. */
    public ScalarType<T> atMost(String bound) {
        T highest = parse(bound);
        return limited("at most " + bound, "maximum", highest, value -> compare(value, highest) <= 0);
    }

    /** The same values, shown by another example. */
    public ScalarType<T> like(String otherExample) {
        parse(otherExample);
        return new ScalarType<>(name, rule, otherExample, parser, printer, json);
    }

    private ScalarType<T> limited(String limit, String keyword, T bound, Function<T, Boolean> within) {
        Function<Node.Scalar, T> limitedParser = scalar -> {
            T value = parser.apply(scalar);
            if (!within.apply(value)) {
                throw new IllegalArgumentException("must be " + limit);
            }
            return value;
        };
        return new ScalarType<>(name, rule + ", " + limit, example, limitedParser, printer, withLimit(keyword, bound));
    }

    /** Only plain numbers can carry a limit in JSON Schema. */
    private Map<String, Object> withLimit(String keyword, T bound) {
        Map<String, Object> limited = new LinkedHashMap<>(json);
        if (json.get("type") instanceof String type && (type.equals("number") || type.equals("integer"))) {
            limited.put(keyword, bound);
        }
        return limited;
    }

    @SuppressWarnings("unchecked")
    private int compare(T left, T right) {
        return ((Comparable<T>) left).compareTo(right);
    }
}
