/** What machine this is. */
package dev.purser.calibration.device;
