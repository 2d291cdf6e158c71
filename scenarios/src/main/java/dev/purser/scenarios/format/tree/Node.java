package dev.purser.scenarios.format.tree;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One piece of a YAML file that knows where it stands. */
public sealed interface Node {

    /** Where it stands. */
    Place place();

    /** What it is, for messages: such as {@code a list}. */
    String description();

    /**
     * Keys and values, in the order of the file.
     *
     * @param keyPlaces where each key stands
     */
    record Mapping(Place place, Map<String, Node> entries, Map<String, Place> keyPlaces) implements Node {
        public Mapping {
            entries = new LinkedHashMap<>(entries);
            keyPlaces = Map.copyOf(keyPlaces);
        }

        /** A mapping without keys. */
        public static Mapping empty(Place place) {
            return new Mapping(place, Map.of(), Map.of());
        }

        @Override
        public String description() {
            return "a mapping";
        }
    }

    /** A list. */
    record Sequence(Place place, List<Node> items) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String description() {
            return "a list";
        }
    }

    /**
     * A single value.
     *
     * @param text as written, without quotes
     * @param form what YAML takes it for
     */
    record Scalar(Place place, String text, Form form) implements Node {
        /** What YAML takes a single value for. */
        public enum Form {
            TEXT,
            NUMBER,
            TRUTH
        }

        @Override
        public String description() {
            return text.isEmpty() ? "empty text" : text;
        }
    }

    /** A key without a value. */
    record Empty(Place place) implements Node {
        @Override
        public String description() {
            return "nothing";
        }
    }
}
