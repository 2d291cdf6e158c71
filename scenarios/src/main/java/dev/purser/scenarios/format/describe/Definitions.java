package dev.purser.scenarios.format.describe;

import dev.purser.scenarios.format.section.Description;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Every section that occurs in a format, once, under a name of its own, in order of first occurrence. */
final class Definitions {
    private final Map<String, Description.Keys> byName = new LinkedHashMap<>();
    private final Map<Description.Keys, String> names = new LinkedHashMap<>();

    Definitions(Description.Keys top) {
        List<Description.Keys> open = new ArrayList<>();
        collect(top.name(), top, open);
        for (int i = 0; i < open.size(); i++) {
            for (Description.Key key : open.get(i).keys()) {
                visit(key.shape(), open);
            }
        }
    }

    Map<String, Description.Keys> byName() {
        return byName;
    }

    /** The name of a section. */
    String name(Description.Keys keys) {
        return names.get(keys);
    }

    private void visit(Description shape, List<Description.Keys> open) {
        if (shape instanceof Description.Keys keys) {
            collect(keys.name(), keys, open);
        } else if (shape instanceof Description.Alternatives alternatives) {
            alternatives.byKey().forEach((key, kind) -> collect(alternatives.name() + " by " + key, kind, open));
        } else if (shape instanceof Description.Named named) {
            visit(named.value(), open);
        } else if (shape instanceof Description.Listed listed) {
            visit(listed.item(), open);
        } else if (shape instanceof Description.Either either) {
            visit(either.longer(), open);
        } else if (shape instanceof Description.OrNone orNone) {
            visit(orNone.some(), open);
        }
    }

    private void collect(String name, Description.Keys keys, List<Description.Keys> open) {
        if (names.containsKey(keys)) {
            return;
        }
        String id = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        if (byName.putIfAbsent(id, keys) != null) {
            throw new IllegalStateException("section " + id + ": two formats of this name, must be one");
        }
        names.put(keys, id);
        open.add(keys);
    }
}
