package dev.purser.scenarios.format.units;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Fragments of JSON Schema for single values. */
final class Json {
    private Json() {}

    static Map<String, Object> text(String pattern) {
        return Map.of("type", "string", "pattern", "^" + pattern + "$");
    }

    static Map<String, Object> type(String type) {
        return Map.of("type", type);
    }

    static Map<String, Object> anyOf(Map<String, Object> first, Map<String, Object> second) {
        return Map.of("anyOf", List.of(first, second));
    }

    /** A number followed by one of {@code units}. */
    static Map<String, Object> quantity(Collection<String> units) {
        String choice = units.stream().filter(unit -> !unit.isEmpty()).collect(Collectors.joining("|"));

        return text("\\s*" + Numeral.PATTERN + "\\s*(" + choice + ")\\s*");
    }
}
