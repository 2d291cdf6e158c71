package dev.purser.reports.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.experiment.IntervalRow;
import dev.purser.simulator.experiment.IntervalRow.Scope;
import dev.purser.simulator.serving.LatencyQuantile;
import dev.purser.simulator.serving.Outcomes;
import dev.purser.simulator.units.Nanos;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Thinning a line loses neither its peaks nor its mean. */
class SampledProperties {
    private static final int MOST_STEPS = 500;

    @Property(tries = 200, seed = "20260302")
    void stepsAreWholeIntervalsAndFewEnough(
            @ForAll @IntRange(min = 1, max = 90) int intervalMinutes,
            @ForAll @IntRange(min = 1, max = 20_000) int count) {
        long interval = intervalMinutes * Nanos.MINUTE;
        long step = Sampled.step(interval, interval * count);
        assertEquals(0, step % interval);
        assertTrue((interval * count + step - 1) / step <= MOST_STEPS, "steps");
    }

    @Property(tries = 100, seed = "20260302")
    void peakTroughAndMeanSurvive(@ForAll @Size(min = 1, max = 400) List<@IntRange(max = 1000) Integer> values) {
        Sampled sampled = sampled(values, 7);
        double[] smallest = sampled.smallest(IntervalRow::readyReplicas);
        double[] largest = sampled.largest(IntervalRow::readyReplicas);
        double[] mean = sampled.mean(IntervalRow::readyReplicas);
        assertEquals(
                values.stream().mapToInt(Integer::intValue).max().orElseThrow(),
                Arrays.stream(largest).max().orElseThrow());
        assertEquals(
                values.stream().mapToInt(Integer::intValue).min().orElseThrow(),
                Arrays.stream(smallest).min().orElseThrow());
        double sum = 0;
        for (int i = 0; i < mean.length; i++) {
            sum += mean[i] * Math.min(7, values.size() - 7 * i);
        }
        assertEquals(values.stream().mapToInt(Integer::intValue).sum(), sum, 1e-6 * (1 + sum));
    }

    @Property(tries = 50, seed = "20260302")
    void aMissedIntervalMakesItsStepMissed(@ForAll @IntRange(min = 0, max = 69) int missed) {
        Sampled sampled = sampled(Collections.nCopies(70, 3), 7);
        double[] worst = sampled.largest(
                row -> row.fromNanos() == missed * Nanos.MINUTE ? Double.POSITIVE_INFINITY : row.readyReplicas());
        for (int i = 0; i < worst.length; i++) {
            assertEquals(i == missed / 7, Double.isInfinite(worst[i]), "step " + i);
        }
    }

    private static Sampled sampled(List<Integer> values, int intervalsPerStep) {
        List<IntervalRow> rows = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            rows.add(row(i * Nanos.MINUTE, values.get(i)));
        }
        int steps = (values.size() + intervalsPerStep - 1) / intervalsPerStep;
        return new Sampled(rows, intervalsPerStep * Nanos.MINUTE, steps);
    }

    private static IntervalRow row(long from, double ready) {
        LatencyQuantile none = LatencyQuantile.NONE;
        Outcomes nothing = new Outcomes(0, 0, 0, 0, 0, 0, 0);
        return new IntervalRow(
                from, Nanos.MINUTE, Scope.SERVICE, "s", nothing, 0, ready, ready, 0, 0, none, none, none);
    }
}
