/** Generated data, so that calibration works without any file. The same seed gives the same data. */
package dev.purser.calibration.data.synthetic;
