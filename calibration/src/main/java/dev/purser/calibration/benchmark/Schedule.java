package dev.purser.calibration.benchmark;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which case has the next round. First each case gets as many as it needs; then the one that has had the least time, so
 * that a case whose single call outlasts a round does not eat the time of all others. The rounds of a case are spread
 * over the whole process, as the mood of the machine changes.
 */
final class Schedule {
    /** Rounds that count: how far two lie apart says little of how far a third may. */
    static final int FEWEST_ROUNDS = 3;

    /** Rounds that warm up: where a call outlasts a round, there is little to compile around it. */
    static final int FEWEST_WARM_UPS = 1;

    private final List<Case> cases;
    private final int fewest;
    private final Map<Case, Integer> rounds = new HashMap<>();
    private final Map<Case, Long> spentNanos = new HashMap<>();
    private final Set<Case> dropped = new HashSet<>();

    /** All {@code cases}, which come in this order where nothing else decides, each {@code fewest} times at least. */
    Schedule(List<Case> cases, int fewest) {
        this.cases = List.copyOf(cases);
        this.fewest = fewest;
    }

    /** The next case; empty if all were dropped. */
    Optional<Case> next() {
        return cases.stream()
                .filter(each -> !dropped.contains(each))
                .min(Comparator.<Case>comparingInt(each -> Math.min(fewest, rounds(each)))
                        .thenComparingLong(each -> spentNanos.getOrDefault(each, 0L)));
    }

    /** Rounds of {@code measured} so far, which is the number of its next one. */
    int rounds(Case measured) {
        return rounds.getOrDefault(measured, 0);
    }

    /** Notes a round that took {@code nanos}. */
    void had(Case measured, long nanos) {
        rounds.merge(measured, 1, Integer::sum);
        spentNanos.merge(measured, nanos, Long::sum);
    }

    /** Takes a case out: it cannot be measured. */
    void drop(Case measured) {
        dropped.add(measured);
    }
}
