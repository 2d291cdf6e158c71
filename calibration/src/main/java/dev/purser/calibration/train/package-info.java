/** The command that trains a model and reports its quality. */
package dev.purser.calibration.train;
