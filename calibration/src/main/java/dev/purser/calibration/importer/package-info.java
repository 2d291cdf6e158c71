/** {@code purser calibrate import}: measured tables become device profiles. */
package dev.purser.calibration.importer;
