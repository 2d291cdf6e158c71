/** Data that models are trained on: readers of the user's files, splits and samples. Plain Java, without ND4J. */
package dev.purser.calibration.data;
