package dev.purser.scenarios.format.section;

import dev.purser.scenarios.format.tree.Node;
import dev.purser.scenarios.format.tree.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts a tree that was filled in at the point of the file it fills in for. */
final class Relocated {
    private Relocated() {}

    static Node to(Place place, Node node) {
        if (node instanceof Node.Mapping mapping) {
            return mapping(place, mapping);
        }
        if (node instanceof Node.Sequence sequence) {
            List<Node> items = new ArrayList<>();
            sequence.items().forEach(item -> items.add(to(place.item(items.size()), item)));
            return new Node.Sequence(place, items);
        }
        return node instanceof Node.Scalar scalar
                ? new Node.Scalar(place, scalar.text(), scalar.form())
                : new Node.Empty(place);
    }

    private static Node mapping(Place place, Node.Mapping mapping) {
        Map<String, Node> entries = new LinkedHashMap<>();
        Map<String, Place> keyPlaces = new LinkedHashMap<>();
        mapping.entries().forEach((key, value) -> {
            entries.put(key, to(place.child(key), value));
            keyPlaces.put(key, place.child(key));
        });
        return new Node.Mapping(place, entries, keyPlaces);
    }
}
