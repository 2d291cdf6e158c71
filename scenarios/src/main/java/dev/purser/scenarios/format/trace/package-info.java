/** Recorded traffic from CSV and from Prometheus. */
package dev.purser.scenarios.format.trace;
