/** Makes trained models cheaper, and measures what that costs in quality and what it really saves on this device. */
package dev.purser.calibration.compression;
