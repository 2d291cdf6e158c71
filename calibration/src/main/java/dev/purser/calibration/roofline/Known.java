package dev.purser.calibration.roofline;

import dev.purser.simulator.hardware.Accelerator;
import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.ProfileEntry;
import dev.purser.simulator.hardware.ServiceTimeLaw;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A law that was measured on a card.
 *
 * @param entry the law
 * @param card what the data sheet says of the card
 */
public record Known(ProfileEntry entry, Accelerator card) {
    private static final int STEP = 4;

    /** Name of what a law is for, whatever the card. */
    String workload() {
        return entry.model() + " at " + entry.precision() + " (" + entry.backend() + ")";
    }

    /** Part of the time of a batch that the card does not spend, in nanoseconds. */
    double hostNanos(int samples) {
        ServiceTimeLaw law = entry.law();
        return law.hostShare(samples) * law.time().meanNanos(samples);
    }

    /** Part of the time of a batch that the card spends, in nanoseconds. */
    double cardNanos(int samples) {
        return entry.law().time().meanNanos(samples) - hostNanos(samples);
    }

    /** The sizes that were measured, where the law keeps them; otherwise powers of four up to the largest. */
    int[] sizes() {
        BatchTime time = entry.law().time();
        if (time instanceof BatchTime.Table table) {
            return table.sizes();
        }
        return time instanceof BatchTime.PaddedSteps steps
                ? steps.sizes()
                : powers(entry.law().largestBatch());
    }

    private static int[] powers(int largest) {
        List<Integer> sizes = new ArrayList<>();
        for (long size = 1; size < largest; size *= STEP) {
            sizes.add((int) size);
        }
        sizes.add(largest);
        return sizes.stream().mapToInt(size -> size).toArray();
    }

    /** Sizes that all of {@code laws} were fitted on. */
    static int[] commonSizes(List<Known> laws) {
        int largest = laws.stream()
                .mapToInt(law -> law.entry.law().largestBatch())
                .min()
                .orElseThrow();
        return Arrays.stream(laws.get(0).sizes())
                .filter(size -> size <= largest)
                .toArray();
    }
}
