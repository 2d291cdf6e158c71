/** Commands that make device profiles. */
package dev.purser.calibration;
