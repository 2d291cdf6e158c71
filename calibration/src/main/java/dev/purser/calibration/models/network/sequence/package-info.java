/** Layers over sequences of vectors: recurrent cells, self-attention. */
package dev.purser.calibration.models.network.sequence;
