/** Single values with their units, each exact and strict. */
package dev.purser.scenarios.format.units;
