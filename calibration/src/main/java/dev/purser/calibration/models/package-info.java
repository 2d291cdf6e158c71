/** Recommender models that calibration builds, trains and times. */
package dev.purser.calibration.models;
