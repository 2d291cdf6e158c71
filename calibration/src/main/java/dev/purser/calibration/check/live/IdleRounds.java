package dev.purser.calibration.check.live;

import dev.purser.calibration.fit.Rounds;
import dev.purser.calibration.fit.SampledSpread;
import dev.purser.calibration.fit.Stalls;
import dev.purser.simulator.hardware.Pauses;
import dev.purser.simulator.hardware.Spread;
import dev.purser.simulator.units.Check;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/**
 * What one or more times between loads say of calls, of stalls and scatter, and of what the server itself costs beyond calls.
 * Stalls are told from times of the same kind between the same loads: others may have found the machine slower.
 *
 * @param rounds all with the same numbers of requests
 */
record IdleRounds(List<IdleTimes> rounds) {
    IdleRounds {
        rounds = List.copyOf(Check.notEmpty(rounds, "rounds on an idle server"));
    }

    /** Numbers of requests whose calls were measured, rising. */
    int[] called() {
        return rounds.get(0).calls().counts();
    }

    /** Mean time of a call that was not stalled; of several rounds that of the one in the middle. */
    double meanCallNanos(int requests) {
        return calmMean(requests, IdleTimes::calls);
    }

    /** The same of a batch on the way up and down. */
    double meanBatchNanos(int requests) {
        return calmMean(requests, IdleTimes::batches);
    }

    /** The same of a request alone that comes after a gap. */
    double meanAfterGapNanos() {
        return calmMean(1, IdleTimes::afterGaps);
    }

    private double calmMean(int requests, Function<IdleTimes, TimesByCount> times) {
        return Stalls.without(Rounds.ofOneProcess(
                        requests,
                        rounds.stream()
                                .map(round -> times.apply(round).of(requests))
                                .toList()))
                .meanNanos();
    }

    /** Stalls of calls and of batches of all kinds. */
    Optional<Pauses> stalls() {
        return Stalls.among(rounds.stream()
                .flatMap(IdleTimes::computing)
                .flatMap(times -> IntStream.of(times.counts())
                        .mapToObj(requests -> Rounds.ofOneProcess(requests, List.of(times.of(requests)))))
                .toList());
    }

    /**
     * How batches that were not stalled scatter, by their number of samples. Each round counts relative to its own mean:
     * what the machine's speed did between the rounds is not scatter.
     */
    Spread batchSpread(int samplesPerRequest) {
        return SampledSpread.among(IntStream.of(rounds.get(0).batches().counts())
                        .mapToObj(requests -> Rounds.ofOneProcess(
                                requests * samplesPerRequest,
                                rounds.stream()
                                        .map(round -> round.batchFactors(requests))
                                        .toList()))
                        .toList())
                .spread();
    }

    /** What the server itself costs: the differences of the medians, where batches took longer than calls. */
    ServerCost serverCost() {
        SortedMap<Integer, Double> added = new TreeMap<>();
        for (int count : called()) {
            added.put(count, Math.max(0, median(count, IdleTimes::batches) - median(count, IdleTimes::calls)));
        }
        return new ServerCost(wakeUpNanos(), added);
    }

    /**
     * What the first request after a gap takes beyond one of a row of batches: until the instance begins, and for caches
     * and a core that have cooled down.
     */
    private double wakeUpNanos() {
        return Math.max(0, meanAfterGapNanos() - meanBatchNanos(1));
    }

    /** Of all rounds together. */
    private double median(int requests, Function<IdleTimes, TimesByCount> times) {
        return new Median()
                .evaluate(rounds.stream()
                        .map(times)
                        .flatMapToDouble(each -> Arrays.stream(each.of(requests)))
                        .toArray());
    }
}
