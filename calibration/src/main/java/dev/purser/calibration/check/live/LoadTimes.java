package dev.purser.calibration.check.live;

import dev.purser.calibration.fit.Stalls;
import java.util.List;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/**
 * What batches take in the order of one load, as the idle server right before and right after it says.
 *
 * @param rounds of this load
 * @param order what it does to sizes that are rare under this load
 */
record LoadTimes(List<AroundLoad> rounds, OrderEffect order) {
    LoadTimes {
        rounds = List.copyOf(rounds);
    }

    static LoadTimes of(List<AroundLoad> rounds) {
        return new LoadTimes(rounds, OrderEffect.of(rounds));
    }

    /**
     * Time of a batch of so many requests in one of the rounds: what such batches took in the order of the load, where both
     * before and after it had enough of them, and what those on the way up and down took, times the order's effect, where not.
     */
    double batchNanos(int round, int requests) {
        AroundLoad around = rounds.get(round);
        TimesByCount before = around.before().beforeLoad();
        TimesByCount after = around.after().afterLoad();
        return Math.min(before.of(requests).length, after.of(requests).length) >= Stalls.FEWEST_CALLS
                ? (before.calmMeanNanos(requests) + after.calmMeanNanos(requests)) / 2
                : order.factor(requests) * around.batchNanos(requests);
    }

    /** What a request alone that comes after a gap takes beyond a batch of one, in the median of the rounds: gaps are few. */
    double wakeUpNanos() {
        double[] each = new double[rounds.size()];
        for (int round = 0; round < each.length; round++) {
            each[round] = rounds.get(round).afterGapNanos() - batchNanos(round, 1);
        }
        return Math.max(0, new Median().evaluate(each));
    }
}
