package dev.purser.calibration.check.live;

import dev.purser.calibration.fit.Stalls;
import dev.purser.simulator.hardware.BatchTime;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * How much longer batches take in the order of a load than on the way up and down through their sizes: a factor for each
 * number of requests. It is that of all rounds, as a low load seldom joins many requests; a number that was too rare even so has
 * the factor of the next smaller one that was not, the smallest that of the next larger.
 */
final class OrderEffect {
    private final TreeMap<Integer, Double> factors = new TreeMap<>();

    private OrderEffect() {}

    /** Of one load, in all its rounds. */
    static OrderEffect of(List<AroundLoad> rounds) {
        NavigableMap<Integer, Double> usual = usual(rounds);
        TimesByCount scaled = new TimesByCount();
        for (AroundLoad round : rounds) {
            IdleTimes before = round.before();
            IdleTimes after = round.after();
            addScaled(scaled, usual, before.batches(), before.beforeLoad());
            addScaled(scaled, usual, after.batches(), after.afterLoad());
        }
        OrderEffect effect = new OrderEffect();
        for (int count : scaled.counts()) {
            if (scaled.of(count).length >= Stalls.FEWEST_CALLS) {
                effect.factors.put(count, scaled.calmMeanNanos(count) / usual.get(count));
            }
        }
        return effect;
    }

    /** Mean times of batches on the way up and down, of all rounds, by their number of requests. */
    private static NavigableMap<Integer, Double> usual(List<AroundLoad> rounds) {
        NavigableMap<Integer, Double> usual = new TreeMap<>();
        for (int count : rounds.get(0).counts()) {
            usual.put(
                    count,
                    rounds.stream()
                            .mapToDouble(round -> round.batchNanos(count))
                            .average()
                            .orElseThrow());
        }
        return usual;
    }

    /**
     * Adds the times of {@code course}, each as if batches had the {@code usual} times: what the machine's speed did from one
     * round to the other is no effect of the order. Numbers between two measured ones count with the smaller.
     */
    private static void addScaled(
            TimesByCount scaled, NavigableMap<Integer, Double> usual, TimesByCount batches, TimesByCount course) {
        int[] counts = batches.counts();
        BatchTime then = new BatchTime.Table(
                counts, IntStream.of(counts).mapToDouble(batches::calmMeanNanos).toArray());
        for (int count : course.counts()) {
            Map.Entry<Integer, Double> known = usual.floorEntry(count);
            double factor = known.getValue() / then.meanNanos(count);
            for (double nanos : course.of(count)) {
                scaled.add(known.getKey(), nanos * factor);
            }
        }
    }

    /** What to multiply the time of a batch of so many requests with. */
    double factor(int requests) {
        Map.Entry<Integer, Double> nearest = factors.floorEntry(requests);
        if (nearest == null) {
            nearest = factors.ceilingEntry(requests);
        }
        return nearest == null ? 1 : nearest.getValue();
    }
}
