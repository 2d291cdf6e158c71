package dev.purser.scenarios.format.section;

import java.util.List;
import java.util.Map;

/** What may stand at a place of a file: the source of the JSON Schema and of the reference. */
public sealed interface Description {

    /**
     * A single value.
     *
     * @param name kind of value, such as {@code duration}
     * @param rule what is allowed, in words, range included
     * @param example one that is allowed
     * @param json JSON Schema of it
     */
    record Single(String name, String rule, String example, Map<String, Object> json) implements Description {}

    /**
     * A mapping with known keys.
     *
     * @param name kind of section, such as {@code pool}
     */
    record Keys(String name, String doc, List<Key> keys) implements Description {
        public Keys {
            keys = List.copyOf(keys);
        }
    }

    /**
     * One key of a mapping.
     *
     * @param shape what may stand there
     * @param presence whether it must be given
     * @param defaultText the default, in words or as YAML; empty without one
     */
    record Key(String name, String doc, Description shape, Presence presence, String defaultText) {}

    /** Whether a key must be given. */
    enum Presence {
        REQUIRED,
        OPTIONAL,
        DEFAULT
    }

    /** A mapping whose keys the user chooses. */
    record Named(Description value, boolean atLeastOne) implements Description {}

    /** A list. */
    record Listed(Description item, boolean atLeastOne) implements Description {}

    /** One of several sections, told apart by the key each must have. */
    record Alternatives(String name, String doc, Map<String, Keys> byKey) implements Description {}

    /** A single value, or something longer. */
    record Either(Description single, Description longer) implements Description {}

    /** The word {@code none}, or something. */
    record OrNone(Description some) implements Description {}
}
