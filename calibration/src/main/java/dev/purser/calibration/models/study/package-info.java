/** Studies: a model trained on data, and its quality on data it has not seen. */
package dev.purser.calibration.models.study;
