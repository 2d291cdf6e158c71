package dev.purser.simulator.experiment.fidelity;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * One measure of one window at both levels.
 *
 * @param window name of the window
 * @param measure what was measured
 * @param request request level's mean over the seeds both levels could be compared on; infinite where the quantile falls
 *     among unanswered requests, NaN where there was no request
 * @param interval interval level's
 * @param difference interval level's mean less request level's, as a fraction of the latter or of all requests (a share);
 *     NaN where no two seeds could be compared
 * @param halfWidth half-width of its 95 % confidence interval
 * @param disagreeing seeds in which only one of the levels answered the quantile's request
 * @param verdict what that shows
 */
public record FidelityRow(
        String window,
        Measure measure,
        double request,
        double interval,
        double difference,
        double halfWidth,
        int disagreeing,
        Verdict verdict) {

    /**
     * Compares the two levels, one value per seed. Seeds in which neither has a number agree and are left out; a seed in
     * which only one has none is a difference without a size: the row is {@code missed} if that is so in all, else at
     * best {@code not shown}.
     */
    static FidelityRow of(String window, Measure measure, double[] request, double[] interval) {
        int[] compared = IntStream.range(0, request.length)
                .filter(i -> Double.isFinite(request[i]) && Double.isFinite(interval[i]))
                .toArray();
        int disagreeing = (int) IntStream.range(0, request.length)
                .filter(i -> Double.isFinite(request[i]) != Double.isFinite(interval[i]))
                .count();
        if (compared.length < 2) {
            return withoutInterval(window, measure, request, interval, disagreeing);
        }
        double[] x = Arrays.stream(compared).mapToDouble(i -> request[i]).toArray();
        double[] y = Arrays.stream(compared).mapToDouble(i -> interval[i]).toArray();
        PairedDifference paired =
                measure.kind().relative() ? PairedDifference.relative(x, y) : PairedDifference.absolute(x, y);
        return new FidelityRow(
                window,
                measure,
                PairedDifference.mean(x),
                PairedDifference.mean(y),
                paired.difference(),
                paired.halfWidth(),
                disagreeing,
                verdict(measure.kind().bound(), paired, disagreeing));
    }

    private static Verdict verdict(OptionalDouble bound, PairedDifference paired, int disagreeing) {
        if (bound.isEmpty()) {
            return Verdict.UNBOUNDED;
        }
        Verdict verdict = Verdict.of(paired.difference(), paired.halfWidth(), bound.getAsDouble());
        return verdict == Verdict.WITHIN && disagreeing > 0 ? Verdict.NOT_SHOWN : verdict;
    }

    private static FidelityRow withoutInterval(
            String window, Measure measure, double[] request, double[] interval, int disagreeing) {
        boolean agree = Arrays.equals(request, interval);
        Verdict bounded = disagreeing == request.length ? Verdict.MISSED : Verdict.NOT_SHOWN;
        return new FidelityRow(
                window,
                measure,
                PairedDifference.mean(request),
                PairedDifference.mean(interval),
                agree ? 0 : Double.NaN,
                agree ? 0 : Double.NaN,
                disagreeing,
                measure.kind().bound().isEmpty() ? Verdict.UNBOUNDED : agree ? Verdict.WITHIN : bounded);
    }
}
