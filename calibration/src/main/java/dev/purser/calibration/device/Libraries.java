package dev.purser.calibration.device;

/**
 * The linear algebra a process uses.
 *
 * @param nd4j version of ND4J and its backend
 * @param blas library behind it
 */
public record Libraries(String nd4j, String blas) {}
