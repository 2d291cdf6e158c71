package dev.purser.simulator.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;

class EndedSharesProperties {
    private static final double[] SHARES = {0.7, 0.2, 0.0999, 0.0001, 0};

    @Property(tries = 300)
    void countsSumToTheRequestsAndNeverStray(@ForAll @NotEmpty List<@LongRange(max = 100_000) Long> requests) {
        EndedShares ended = new EndedShares();
        long all = 0;
        long[] sums = new long[SHARES.length];
        for (long count : requests) {
            long[] counts = ended.of(count, SHARES);
            assertEquals(count, Arrays.stream(counts).sum());
            all += count;
            for (int i = 0; i < sums.length; i++) {
                sums[i] += counts[i];
            }
        }
        for (int i = 0; i < sums.length; i++) {
            assertTrue(Math.abs(sums[i] - all * SHARES[i]) < SHARES.length, "outcome " + i);
        }
    }
}
