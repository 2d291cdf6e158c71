package dev.purser.calibration.benchmark;

import dev.purser.calibration.fit.Rounds;
import dev.purser.calibration.fit.Stalls;
import dev.purser.calibration.models.ModelSize;
import dev.purser.simulator.hardware.Precision;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that was measured of one model.
 *
 * @param model its name
 * @param precision the number format it computed in
 * @param size by formula
 * @param quality metrics by name; empty for untrained weights
 * @param starts fresh processes
 * @param rounds raw times of each case
 */
public record Measured(
        String model,
        Precision precision,
        ModelSize size,
        SortedMap<String, Double> quality,
        List<FreshStart> starts,
        Map<Case, Rounds> rounds) {
    /** Parts of a fresh process until its first answer, in nanoseconds. */
    public record FreshStart(long processNanos, long loadNanos, long answerNanos) {
        private FreshStart plus(FreshStart other) {
            return new FreshStart(
                    processNanos + other.processNanos, loadNanos + other.loadNanos, answerNanos + other.answerNanos);
        }
    }

    public Measured {
        starts = List.copyOf(starts);
        rounds = Map.copyOf(rounds);
    }

    /** Raw times of scoring with {@code threads} callers by batch size. */
    public SortedMap<Integer, Rounds> scores(int threads) {
        return of(Phase.SCORE, threads);
    }

    /** Times of scoring with one caller by batch size, without the calls that were stalled. */
    public List<Rounds> calmScores() {
        return scores(1).values().stream().map(Stalls::without).toList();
    }

    /** Raw times of training steps with {@code threads} trainings at once by batch size. */
    public SortedMap<Integer, Rounds> trainings(int threads) {
        return of(Phase.TRAIN, threads);
    }

    private SortedMap<Integer, Rounds> of(Phase phase, int threads) {
        SortedMap<Integer, Rounds> byBatch = new TreeMap<>();
        rounds.forEach((measured, times) -> {
            if (measured.phase() == phase && measured.threads() == threads) {
                byBatch.put(measured.batch(), times);
            }
        });
        return byBatch;
    }

    /** Numbers of callers at once that were measured, ascending. */
    public List<Integer> threads() {
        return rounds.keySet().stream().map(Case::threads).distinct().sorted().toList();
    }

    /** The mean start, if one was measured. */
    public Optional<FreshStart> meanStart() {
        int count = starts.size();
        return starts.stream()
                .reduce(FreshStart::plus)
                .map(sum ->
                        new FreshStart(sum.processNanos() / count, sum.loadNanos() / count, sum.answerNanos() / count));
    }
}
