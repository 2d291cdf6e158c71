/** What products say of themselves: words and images as vectors. */
package dev.purser.calibration.models.content;
