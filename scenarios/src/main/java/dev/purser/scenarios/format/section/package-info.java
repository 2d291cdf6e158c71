/** Sections, keys and shapes: one declaration per key serves reading, defaults, the JSON Schema and the reference. */
package dev.purser.scenarios.format.section;
