/** Feed-forward networks in plain ND4J: layers with their own gradients, losses, the Adam optimiser. */
package dev.purser.calibration.models.network;
