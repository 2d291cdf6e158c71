package dev.purser.scenarios.format.section;

import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Node;
import dev.purser.scenarios.format.tree.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Shapes made of other shapes. */
public final class Shapes {
    private static final String NAME_RULE = "must be letters, digits, `-`, `_` and `.`, at most 63 of them";

    private Shapes() {}

    /** A list of {@code item}s, possibly empty. */
    public static <T> Shape<List<T>> list(Shape<T> item) {
        return new Listed<>(item, false);
    }

    /** A list of one or more {@code item}s. */
    public static <T> Shape<List<T>> listOfSome(Shape<T> item) {
        return new Listed<>(item, true);
    }

    /** A mapping from names the user chooses, possibly empty; {@code value} gives the shape for a name. */
    public static <T> Shape<Map<String, Value<T>>> named(Function<String, Shape<T>> value) {
        return new Named<>(value, false);
    }

    /** A mapping from one or more names the user chooses. */
    public static <T> Shape<Map<String, Value<T>>> someNamed(Function<String, Shape<T>> value) {
        return new Named<>(value, true);
    }

    /** A single value, or something longer. */
    public static <T> Shape<T> either(ScalarType<T> single, Shape<T> longer) {
        return new Either<>(single, longer);
    }

    /** The word {@code none}, or something. */
    public static <T> Shape<Optional<T>> orNone(Shape<T> some) {
        return new OrNone<>(some);
    }

    /** Anything at all, which is kept and not looked at. */
    public static Shape<Node> anything() {
        return new Anything();
    }

    record Anything() implements Shape<Node> {
        @Override
        public Value<Node> read(Node node, Findings findings) {
            return Value.of(node, node);
        }

        @Override
        public Description describe() {
            return new Description.Single("anything", "anything", "{}", Map.of());
        }
    }

    /** The value together with its place, where a list needs the places of its items. */
    public static <T> Shape<Value<T>> placed(Shape<T> shape) {
        return new Placed<>(shape);
    }

    record Placed<T>(Shape<T> shape) implements Shape<Value<T>> {
        @Override
        public Value<Value<T>> read(Node node, Findings findings) {
            Value<T> value = shape.read(node, findings);
            return value.usable() ? Value.of(value.node(), value) : Value.unusable(value.node());
        }

        @Override
        public Description describe() {
            return shape.describe();
        }
    }

    /** A section, for which the value of its key {@code main} can stand alone. */
    public static <T> Shape<T> shorthand(String main, Format<T> format) {
        return new Shorthand<>(main, format);
    }

    record Shorthand<T>(String main, Format<T> format) implements Shape<T> {
        @Override
        public Value<T> read(Node node, Findings findings) {
            return format.read(node instanceof Node.Scalar scalar ? expanded(scalar) : node, findings);
        }

        private Node expanded(Node.Scalar scalar) {
            return new Node.Mapping(scalar.place(), Map.of(main, scalar), Map.of(main, scalar.place()));
        }

        @Override
        public Description describe() {
            Description.Keys keys = format.describe();
            Description single = keys.keys().stream()
                    .filter(key -> key.name().equals(main))
                    .findFirst()
                    .orElseThrow()
                    .shape();
            return new Description.Either(single, keys);
        }
    }

    record Mapped<T, R>(Shape<T> shape, Function<T, R> form) implements Shape<R> {
        @Override
        public Value<R> read(Node node, Findings findings) {
            Value<T> value = shape.read(node, findings);
            try {
                return value.map(form);
            } catch (IllegalArgumentException refused) {
                findings.add(node.place(), refused.getMessage());
                return Value.unusable(value.node());
            }
        }

        @Override
        public Description describe() {
            return shape.describe();
        }
    }

    record Listed<T>(Shape<T> item, boolean atLeastOne) implements Shape<List<T>> {
        @Override
        public Value<List<T>> read(Node node, Findings findings) {
            if (!(node instanceof Node.Sequence sequence)
                    || (atLeastOne && sequence.items().isEmpty())) {
                String received = node instanceof Node.Sequence ? "an empty list" : Received.of(node);
                findings.add(
                        node.place(), "got " + received + ", must be a list" + (atLeastOne ? " of one or more" : ""));
                return Value.unusable(node);
            }
            List<Value<T>> values = sequence.items().stream()
                    .map(each -> item.read(each, findings))
                    .toList();
            Node filled = new Node.Sequence(
                    node.place(), values.stream().map(Value::node).toList());
            return values.stream().allMatch(Value::usable)
                    ? Value.of(filled, values.stream().map(Value::get).toList())
                    : Value.unusable(filled);
        }

        @Override
        public Description describe() {
            return new Description.Listed(item.describe(), atLeastOne);
        }
    }

    record Named<T>(Function<String, Shape<T>> value, boolean atLeastOne) implements Shape<Map<String, Value<T>>> {
        @Override
        public Value<Map<String, Value<T>>> read(Node node, Findings findings) {
            if (!(node instanceof Node.Mapping mapping)
                    || (atLeastOne && mapping.entries().isEmpty())) {
                String received = node instanceof Node.Mapping ? "an empty mapping" : Received.of(node);
                findings.add(node.place(), "got " + received + ", must be a mapping from names of your choice");
                return Value.unusable(node);
            }
            Map<String, Value<T>> values = new LinkedHashMap<>();
            Map<String, Node> filled = new LinkedHashMap<>();
            mapping.entries().forEach((name, each) -> {
                checkName(name, mapping.keyPlaces().get(name), findings);
                Value<T> read = value.apply(name).read(each, findings);
                values.put(name, read);
                filled.put(name, read.node());
            });
            return Value.of(new Node.Mapping(node.place(), filled, mapping.keyPlaces()), values);
        }

        private static void checkName(String name, Place place, Findings findings) {
            if (!name.matches("[\\p{L}\\p{N}_.-]{1,63}")) {
                findings.add(place, "got the name " + Received.of(name) + ", " + NAME_RULE);
            }
        }

        @Override
        public Description describe() {
            return new Description.Named(value.apply("name").describe(), atLeastOne);
        }
    }

    record Either<T>(ScalarType<T> single, Shape<T> longer) implements Shape<T> {
        @Override
        public Value<T> read(Node node, Findings findings) {
            return (node instanceof Node.Scalar || node instanceof Node.Empty ? single : longer).read(node, findings);
        }

        @Override
        public Description describe() {
            return new Description.Either(single.describe(), longer.describe());
        }
    }

    record OrNone<T>(Shape<T> some) implements Shape<Optional<T>> {
        @Override
        public Value<Optional<T>> read(Node node, Findings findings) {
            boolean none = node instanceof Node.Scalar scalar && scalar.text().equals("none");
            return none
                    ? Value.of(node, Optional.empty())
                    : some.read(node, findings).map(Optional::of);
        }

        @Override
        public Description describe() {
            return new Description.OrNone(some.describe());
        }
    }
}
