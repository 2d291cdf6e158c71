package dev.purser.calibration.compression;

/**
 * The model as it was trained.
 *
 * @param parameters trained numbers
 * @param bytes of them, in a file and in memory
 * @param measure what its quality is called
 * @param quality on held-out samples
 * @param heldOut number of these
 */
record Original(long parameters, long bytes, String measure, double quality, int heldOut) {
    private static final double DEVIATIONS = 2;

    /**
     * The largest fall in quality that may be chance: two standard errors of the difference of two shares of
     * {@code heldOut} samples. Both models see the same samples, so the true error is smaller.
     */
    double chance() {
        double share = Math.max(0, Math.min(1, quality));
        return DEVIATIONS * Math.sqrt(2 * share * (1 - share) / heldOut);
    }
}
