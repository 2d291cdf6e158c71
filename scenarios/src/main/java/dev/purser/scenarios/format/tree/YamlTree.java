package dev.purser.scenarios.format.tree;

import dev.purser.scenarios.format.tree.Node.Scalar.Form;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Reads YAML into {@link Node}s. Strict: one document, every key once and plain text, no anchors, aliases, merge keys or tags, at
 * most {@value #DEEPEST} levels.
 */
public final class YamlTree {
    static final int DEEPEST = 40;
    private static final YAMLFactory FACTORY = new YAMLFactory();

    private final YAMLParser parser;
    private final Findings findings;
    private JsonToken token;

    private YamlTree(YAMLParser parser, Findings findings) {
        this.parser = parser;
        this.findings = findings;
    }

    /** The one document in {@code text}; empty if there is none or the syntax is broken, which is then a problem. */
    public static Optional<Node> read(Place place, String text, Findings findings) {
        try (YAMLParser parser = (YAMLParser) FACTORY.createParser(ObjectReadContext.empty(), text)) {
            return new YamlTree(parser, findings).document(place);
        } catch (JacksonException broken) {
            findings.add(pointOf(broken, place), SyntaxAdvice.of(broken.getOriginalMessage()));
        } catch (TooDeep tooDeep) {
            findings.add(tooDeep.place, "got more than " + DEEPEST + " levels, must be flatter");
        }
        return Optional.empty();
    }

    private static Place pointOf(JacksonException broken, Place place) {
        TokenStreamLocation location = broken.getLocation();
        return location == null || location.getLineNr() < 1
                ? place
                : place.at(location.getLineNr(), Math.max(1, location.getColumnNr()));
    }

    private Optional<Node> document(Place place) {
        advance();
        if (token == null) {
            return Optional.empty();
        }
        Node root = node(place.at(line(), column()), 0);
        advance();
        if (token != null) {
            findings.add(
                    place.at(line(), column()), "got a second document, must be one: put it into a file of its own");
        }
        return root instanceof Node.Empty ? Optional.empty() : Optional.of(root);
    }

    private Node node(Place place, int depth) {
        if (depth > DEEPEST) {
            throw new TooDeep(place);
        }
        refuseDecorations(place);
        return switch (token) {
            case START_OBJECT -> mapping(place, depth);
            case START_ARRAY -> sequence(place, depth);
            case VALUE_NULL -> empty(place);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> scalar(place, Form.NUMBER);
            case VALUE_TRUE, VALUE_FALSE -> scalar(place, Form.TRUTH);
            default -> scalar(place, Form.TEXT);
        };
    }

    private Node scalar(Place place, Form form) {
        return new Node.Scalar(place, parser.getString(), form);
    }

    private Node empty(Place place) {
        return new Node.Empty(place);
    }

    private Node sequence(Place place, int depth) {
        List<Node> items = new ArrayList<>();
        while (advance() != JsonToken.END_ARRAY) {
            items.add(node(place.item(items.size()).at(line(), column()), depth + 1));
        }
        return new Node.Sequence(place, items);
    }

    private Node mapping(Place place, int depth) {
        Map<String, Node> entries = new LinkedHashMap<>();
        Map<String, Place> keyPlaces = new LinkedHashMap<>();
        while (advance() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            Place keyPlace = place.child(key).at(line(), column());
            advance();
            Node value = node(valuePlace(keyPlace), depth + 1);
            keep(key, keyPlace, value, entries, keyPlaces);
        }
        return new Node.Mapping(place, entries, keyPlaces);
    }

    private Place valuePlace(Place keyPlace) {
        boolean scalar = token != JsonToken.START_OBJECT && token != JsonToken.START_ARRAY;
        return scalar && token != JsonToken.VALUE_NULL ? keyPlace.at(line(), column()) : keyPlace;
    }

    private void keep(String key, Place keyPlace, Node value, Map<String, Node> entries, Map<String, Place> keyPlaces) {
        if (key.equals("<<")) {
            findings.add(keyPlace, "got the merge key `<<`, must be written out: merge keys are not supported");
        } else if (keyPlaces.containsKey(key)) {
            findings.add(
                    keyPlace,
                    "got the key a second time, must stand once; the first is on line "
                            + keyPlaces.get(key).line());
        } else {
            entries.put(key, value);
            keyPlaces.put(key, keyPlace);
        }
    }

    private void refuseDecorations(Place place) {
        if (parser.isCurrentAlias()) {
            findings.add(place, "got an alias (`*...`), must be written out: aliases are not supported");
        } else if (parser.getObjectId() != null) {
            findings.add(
                    place,
                    "got the anchor `&" + parser.getObjectId() + "`, must be left out: anchors are not supported");
        } else if (parser.getTypeId() != null) {
            findings.add(place, "got the tag `" + parser.getTypeId() + "`, must be left out: tags are not supported");
        }
    }

    private JsonToken advance() {
        token = parser.nextToken();
        return token;
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private int column() {
        return parser.currentTokenLocation().getColumnNr();
    }

    /** Stops reading; a stack this deep is no scenario. */
    private static final class TooDeep extends RuntimeException {
        private final transient Place place;

        TooDeep(Place place) {
            super("too deep");
            this.place = place;
        }
    }
}
