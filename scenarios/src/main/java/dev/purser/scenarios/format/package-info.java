/** Reading scenario files: the loader, the effective scenario, the JSON Schema and the reference page. */
package dev.purser.scenarios.format;
