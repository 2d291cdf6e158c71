package dev.purser.scenarios.format.units;

import dev.purser.scenarios.format.section.Nearest;
import dev.purser.scenarios.format.section.Received;
import dev.purser.scenarios.format.section.ScalarType;
import dev.purser.scenarios.format.tree.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Words: one of a list, names, lines of text, yes and no. */
public final class Words {
    /** {@code true} or {@code false}. */
    public static final ScalarType<Boolean> TRUTH = new ScalarType<>(
            "yes or no",
            "true or false",
            "true",
            scalar -> truth(scalar.text()),
            value -> Boolean.toString(value),
            Json.type("boolean"));

    /** One line of text. */
    public static final ScalarType<String> LINE = new ScalarType<>(
            "text",
            "a line of text of at most 200 characters",
            "A shop's search",
            Words::line,
            Function.identity(),
            Map.of("type", "string", "minLength", 1, "maxLength", 200));

    /** The name of something that is defined elsewhere. */
    public static final ScalarType<String> NAME = new ScalarType<>(
            "name", "a name", "ranking", Words::line, Function.identity(), Map.of("type", "string", "minLength", 1));

    /** A file beside the scenario. */
    public static final ScalarType<String> FILE = new ScalarType<>(
            "file",
            "the path of a file, from the folder of this one, with / between its parts",
            "traffic.csv",
            Words::line,
            Function.identity(),
            Map.of("type", "string", "minLength", 1));

    private Words() {}

    private static boolean truth(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("must be true or false");
        }
        return text.equals("true");
    }

    private static String line(Node.Scalar scalar) {
        String text = scalar.text();
        if (scalar.form() != Node.Scalar.Form.TEXT) {
            throw new IllegalArgumentException("must be text: put quotes around it");
        }
        if (text.isBlank() || text.length() > 200 || !Received.isOneLine(text)) {
            throw new IllegalArgumentException("must be a line of text of at most 200 characters");
        }
        return text;
    }

    /** One of the given words. */
    public static <T> ScalarType<T> oneOf(String name, Map<String, T> values) {
        List<String> words = List.copyOf(values.keySet());
        return new ScalarType<>(
                name,
                "one of " + String.join(", ", words),
                words.get(0),
                scalar -> word(scalar.text(), values),
                value -> wordFor(value, values),
                Map.of("enum", words));
    }

    private static <T> T word(String text, Map<String, T> values) {
        if (!values.containsKey(text)) {
            throw new IllegalArgumentException(Nearest.oneOf(text, values.keySet()));
        }
        return values.get(text);
    }

    private static <T> String wordFor(T value, Map<String, T> values) {
        return values.entrySet().stream()
                .filter(entry -> entry.getValue().equals(value))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    /** The constants of an enumeration, in kebab-case. */
    public static <E extends Enum<E>> ScalarType<E> kebab(String name, Class<E> type) {
        return constants(
                name, type, constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** The constants of an enumeration, by their own names. */
    public static <E extends Enum<E>> ScalarType<E> asIs(String name, Class<E> type) {
        return constants(name, type, Enum::name);
    }

    private static <E extends Enum<E>> ScalarType<E> constants(String name, Class<E> type, Function<E, String> word) {
        Map<String, E> values = new LinkedHashMap<>();
        Stream.of(type.getEnumConstants()).forEach(constant -> values.put(word.apply(constant), constant));
        return oneOf(name, values);
    }
}
