/** Load points that somebody measured, run again in the simulator from a profile alone. */
package dev.purser.calibration.check.measured;
