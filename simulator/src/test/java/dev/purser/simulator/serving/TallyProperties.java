package dev.purser.simulator.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.simulator.units.Nanos;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A tally against lists of all that happened; warm-up ends in the middle of it. */
class TallyProperties {
    private static final long WARM_UP = 500;
    private static final long OBJECTIVE = 60;

    @Property(tries = 300, seed = "20260314")
    void countsAreThoseOfTheLists(@ForAll int seed) {
        Random random = new Random(seed);
        Tally tally = new Tally(WARM_UP, OBJECTIVE);
        List<Long> open = new ArrayList<>();
        List<Long> latencies = new ArrayList<>();
        long[] intervalSums = new long[3];
        long offered = 0;
        long failed = 0;
        long within = 0;
        for (long now = 0; now < 1000; now++) {
            int action = random.nextInt(20);
            if (action < 9) {
                tally.offered(now);
                open.add(now);
                offered += now >= WARM_UP ? 1 : 0;
            } else if (action < 18 && !open.isEmpty()) {
                long arrival = open.remove(random.nextInt(open.size()));
                Outcome outcome = Outcome.values()[random.nextInt(5)];
                tally.ended(outcome, arrival, now);
                if (arrival >= WARM_UP && outcome.isAnswered()) {
                    latencies.add(now - arrival);
                    within += now - arrival <= OBJECTIVE ? 1 : 0;
                } else if (arrival >= WARM_UP) {
                    failed++;
                }
            } else if (random.nextInt(10) == 0) {
                add(intervalSums, tally.intervalOutcomes());
                tally.closeInterval();
            }
            assertEquals(open.size(), tally.intervalOutcomes().inFlight());
        }
        add(intervalSums, tally.intervalOutcomes());
        tally.closeInterval();
        Outcomes total = tally.totalOutcomes();
        assertEquals(offered, total.offered());
        assertEquals(latencies.size(), total.answered());
        assertEquals(latencies.size(), tally.totalLatency().counted().answered());
        assertEquals(failed, total.failed());
        assertEquals(open.stream().filter(arrival -> arrival >= WARM_UP).count(), total.inFlight());
        assertEquals(intervalSums[0], intervalSums[1] + open.size());
        assertEquals(intervalSums[2], tally.answeredSoFar());
        double mean = latencies.stream().mapToLong(Long::longValue).average().orElse(Double.NaN);
        assertEquals(mean, tally.totalLatency().meanNanos(), 1e-9);
        assertEquals((double) within / (latencies.size() + failed), tally.objectiveShare(), 1e-12);
        long[] sorted = latencies.stream().mapToLong(Long::longValue).sorted().toArray();
        int rank = (sorted.length + (int) failed + 1) / 2;
        LatencyQuantile median = rank > sorted.length ? LatencyQuantile.MISSED : new LatencyQuantile(sorted[rank - 1]);
        assertEquals(median, tally.totalLatency().quantiles(0.5)[0]);
        assertEquals(
                LatencyQuantile.NONE, new Tally(0, Nanos.NEVER).totalLatency().quantiles(0.5)[0]);
    }

    /** Offered, ended and answered over all intervals. */
    private static void add(long[] sums, Outcomes interval) {
        sums[0] += interval.offered();
        sums[1] += interval.answered() + interval.failed();
        sums[2] += interval.answered();
    }
}
