/** {@code purser check}: predictions of profiles held against measurements. */
package dev.purser.calibration.check;
