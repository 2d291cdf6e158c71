package dev.purser.scenarios.profile;

import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Node;
import dev.purser.scenarios.format.tree.Node.Scalar.Form;
import dev.purser.scenarios.format.tree.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON (RFC 8259, nothing more) into the nodes that files of Purser are made of. A key that stands twice is a
 * problem.
 */
final class JsonTree {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonParser parser;
    private final Findings findings;

    private JsonTree(JsonParser parser, Findings findings) {
        this.parser = parser;
        this.findings = findings;
    }

    /** The one value in {@code text}; empty if there is none or the syntax is broken, which is then a problem. */
    static Optional<Node> read(Place file, String text, Findings findings) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == null) {
                findings.add(file, "got an empty file, must be a JSON object");
                return Optional.empty();
            }
            JsonTree tree = new JsonTree(parser, findings);
            Node root = tree.node(tree.here(file));
            if (parser.nextToken() != null) {
                findings.add(tree.here(file), "got more after the end, must be one JSON object");
            }
            return Optional.of(root);
        } catch (JacksonException broken) {
            findings.add(at(broken.getLocation(), file), "got broken JSON (" + words(broken) + "), must be valid JSON");
            return Optional.empty();
        }
    }

    private Node node(Place place) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(place);
            case START_ARRAY -> sequence(place);
            case VALUE_NULL -> new Node.Empty(place);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Node.Scalar(place, parser.getString(), Form.NUMBER);
            case VALUE_TRUE, VALUE_FALSE -> new Node.Scalar(place, parser.getString(), Form.TRUTH);
            default -> new Node.Scalar(place, parser.getString(), Form.TEXT);
        };
    }

    private Node sequence(Place place) {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(here(place.item(items.size()))));
        }
        return new Node.Sequence(place, items);
    }

    private Node mapping(Place place) {
        Map<String, Node> entries = new LinkedHashMap<>();
        Map<String, Place> keyPlaces = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            Place keyPlace = here(place.child(key));
            parser.nextToken();
            Node value = node(here(keyPlace));
            if (entries.putIfAbsent(key, value) == null) {
                keyPlaces.put(key, keyPlace);
            } else {
                findings.add(
                        keyPlace,
                        "got the key a second time, must stand once; the first is on line "
                                + keyPlaces.get(key).line());
            }
        }
        return new Node.Mapping(place, entries, keyPlaces);
    }

    private Place here(Place place) {
        return at(parser.currentTokenLocation(), place);
    }

    private static Place at(TokenStreamLocation location, Place place) {
        return location == null || location.getLineNr() < 1
                ? place
                : place.at(location.getLineNr(), Math.max(1, location.getColumnNr()));
    }

    /** What the parser says, without the parts that speak of the parser's own source. */
    private static String words(JacksonException broken) {
        String first = broken.getOriginalMessage().lines().findFirst().orElse("");
        int aside = first.indexOf(" (start marker");
        return aside < 0 ? first : first.substring(0, aside);
    }
}
