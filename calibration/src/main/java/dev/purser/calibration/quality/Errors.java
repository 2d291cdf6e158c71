package dev.purser.calibration.quality;

import dev.purser.simulator.units.Check;

/** How far predicted numbers are from the actual ones. */
public final class Errors {
    private Errors() {}

    /** Mean of the squared differences; there is at least one pair. */
    public static double meanSquared(double[] predicted, double[] actual) {
        Check.that(predicted.length == actual.length, "predictions", predicted.length, "must be " + actual.length);
        Check.positive(actual.length, "numbers to compare");
        double sum = 0;
        for (int i = 0; i < actual.length; i++) {
            sum += (predicted[i] - actual[i]) * (predicted[i] - actual[i]);
        }
        return sum / actual.length;
    }
}
