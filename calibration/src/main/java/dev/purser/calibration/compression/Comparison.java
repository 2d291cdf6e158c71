package dev.purser.calibration.compression;

import java.util.SortedMap;

/**
 * What one method came to.
 *
 * @param method its name
 * @param setting its strength
 * @param parameters numbers that are kept
 * @param storedBytes bytes of them in a file
 * @param residentBytes bytes of them in memory
 * @param flops operations of one sample
 * @param quality on held-out samples
 * @param times of calls, by batch size
 */
record Comparison(
        String method,
        String setting,
        long parameters,
        long storedBytes,
        long residentBytes,
        long flops,
        double quality,
        SortedMap<Integer, PairedTimes> times) {}
