/** Laws of service time fitted to measured batch sweeps, chosen by the error on batch sizes left out. */
package dev.purser.calibration.fit;
