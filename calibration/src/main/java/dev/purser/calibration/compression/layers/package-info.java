/** Layers that take the place of others in a cheaper network. */
package dev.purser.calibration.compression.layers;
