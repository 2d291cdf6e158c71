/** Matrix factorisation by alternating least squares, in plain Java. */
package dev.purser.calibration.models.factors;
