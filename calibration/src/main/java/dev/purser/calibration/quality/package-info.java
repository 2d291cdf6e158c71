/** How good predictions and recommendations are. */
package dev.purser.calibration.quality;
