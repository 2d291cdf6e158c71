/** What can be written from the description of a format: JSON Schema and reference page. */
package dev.purser.scenarios.format.describe;
