package dev.purser.simulator.surface;

import java.util.Arrays;

/**
 * A share of requests, estimated from windows (ratio estimator).
 *
 * @param share the share
 * @param halfWidth half-width of its 95 % confidence interval
 */
record ShareEstimate(double share, double halfWidth) {

    static ShareEstimate of(double[] part, double[] whole) {
        double all = Arrays.stream(whole).sum();
        double share = Arrays.stream(part).sum() / all;
        double squares = 0;
        for (int i = 0; i < part.length; i++) {
            double rest = part[i] - share * whole[i];
            squares += rest * rest;
        }
        int windows = part.length;
        return new ShareEstimate(share, 2 * Math.sqrt(squares * windows / (windows - 1)) / all);
    }
}
