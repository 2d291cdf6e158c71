/** Batch sweeps that somebody measured, read from any CSV table. */
package dev.purser.calibration.sweep;
