package dev.purser.scenarios.format.describe;

import dev.purser.scenarios.format.section.Description;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the JSON Schema (draft 2020-12) of a format, for editors. It knows keys, kinds of values and their units; what
 * depends on several settings, or on the catalogue, only {@code purser validate} knows.
 */
public final class SchemaWriter {
    /**
     * Names: no ASCII but letters, digits, _, . and -. Unicode classes would say it better, but not every validator of
     * schemas knows them.
     */
    private static final String NAME_PATTERN = "^[^\\x00-,/:-@\\[-^`{-\\x9f]{1,63}$";

    private static final ObjectWriter WRITER = JsonMapper.builder()
            .build()
            .writer()
            .with(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

    private final Definitions definitions;

    private SchemaWriter(Definitions definitions) {
        this.definitions = definitions;
    }

    /** The schema of {@code top}, as JSON text that ends with a line feed. */
    public static String write(Description.Keys top) {
        return WRITER.writeValueAsString(new SchemaWriter(new Definitions(top)).schema(top)) + "\n";
    }

    private Map<String, Object> schema(Description.Keys top) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Purser " + top.name());
        schema.put("$ref", reference(top));
        Map<String, Object> parts = new LinkedHashMap<>();
        definitions.byName().forEach((name, keys) -> parts.put(name, section(keys)));
        schema.put("$defs", parts);
        return schema;
    }

    private String reference(Description.Keys keys) {
        return "#/$defs/" + definitions.name(keys);
    }

    private Map<String, Object> section(Description.Keys keys) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (Description.Key key : keys.keys()) {
            Map<String, Object> property = new LinkedHashMap<>();
            property.put("description", sentence(key));
            property.putAll(shape(key.shape()));
            properties.put(key.name(), property);
            if (key.presence() == Description.Presence.REQUIRED) {
                required.add(key.name());
            }
        }
        Map<String, Object> section = new LinkedHashMap<>();
        section.put("description", keys.doc());
        section.put("type", "object");
        section.put("properties", properties);
        section.put("required", required);
        section.put("additionalProperties", false);
        return section;
    }

    private static String sentence(Description.Key key) {
        String text = Character.toUpperCase(key.doc().charAt(0)) + key.doc().substring(1) + ".";
        return key.presence() == Description.Presence.DEFAULT ? text + " Default: " + key.defaultText() + "." : text;
    }

    private Map<String, Object> shape(Description shape) {
        if (shape instanceof Description.Single single) {
            return sorted(single.json());
        }
        if (shape instanceof Description.Keys keys) {
            return Map.of("$ref", reference(keys));
        }
        if (shape instanceof Description.Alternatives alternatives) {
            return Map.of(
                    "oneOf",
                    alternatives.byKey().values().stream().map(this::shape).toList());
        }
        if (shape instanceof Description.Either either) {
            return anyOf(shape(either.single()), shape(either.longer()));
        }
        if (shape instanceof Description.OrNone orNone) {
            return anyOf(Map.of("const", "none"), shape(orNone.some()));
        }
        return collection(shape);
    }

    /** Fragments come in any order; the file must always be the same. */
    private static Map<String, Object> sorted(Map<String, Object> fragment) {
        Map<String, Object> sorted = new TreeMap<>();
        fragment.forEach((key, value) -> sorted.put(key, sortedValue(value)));
        return sorted;
    }

    @SuppressWarnings("unchecked")
    private static Object sortedValue(Object value) {
        if (value instanceof Map<?, ?> map) {
            return sorted((Map<String, Object>) map);
        }
        return value instanceof List<?> list
                ? list.stream().map(SchemaWriter::sortedValue).toList()
                : value;
    }

    private Map<String, Object> collection(Description shape) {
        Map<String, Object> schema = new LinkedHashMap<>();
        if (shape instanceof Description.Listed listed) {
            schema.put("type", "array");
            schema.put("items", shape(listed.item()));
            schema.put("minItems", listed.atLeastOne() ? 1 : 0);
        } else if (shape instanceof Description.Named named) {
            schema.put("type", "object");
            schema.put("propertyNames", Map.of("pattern", NAME_PATTERN));
            schema.put("additionalProperties", shape(named.value()));
            schema.put("minProperties", named.atLeastOne() ? 1 : 0);
        }
        return schema;
    }

    private static Map<String, Object> anyOf(Map<String, Object> first, Map<String, Object> second) {
        return Map.of("anyOf", List.of(first, second));
    }
}
