/** Carries laws over to cards that nobody measured, by the ceilings of their data sheets. */
package dev.purser.calibration.roofline;
