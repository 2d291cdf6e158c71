package dev.purser.calibration.roofline;

import dev.purser.simulator.hardware.Accelerator;
import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.ImportedSweep;
import dev.purser.simulator.hardware.ProfileEntry;
import dev.purser.simulator.hardware.ServiceTimeLaw;
import dev.purser.simulator.units.Check;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

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

    /** The sizes that were measured: rows of a sweep, or what the law keeps; of other laws powers of four up to the largest. */
    int[] sizes() {
        if (entry.sweep().isPresent()) {
            return entry.sweep().orElseThrow().points().stream()
                    .mapToInt(ImportedSweep.Point::batch)
                    .toArray();
        }
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

    /**
     * Sizes of any of {@code laws} that all of them reach, so that each was measured there or between its own sizes.
     *
     * @throws IllegalArgumentException if there is none
     */
    static int[] commonSizes(List<Known> laws) {
        int[] common = laws.stream()
                .flatMapToInt(law -> Arrays.stream(law.sizes()))
                .filter(size -> laws.stream().allMatch(law -> law.reaches(size)))
                .sorted()
                .distinct()
                .toArray();
        Check.that(
                common.length > 0,
                "batch sizes of " + laws.get(0).workload(),
                laws.stream().map(Known::range).collect(Collectors.joining(", ")),
                "must overlap from card to card");
        return common;
    }

    private boolean reaches(int size) {
        int[] sizes = sizes();
        return sizes[0] <= size && size <= sizes[sizes.length - 1];
    }

    private String range() {
        int[] sizes = sizes();
        return sizes[0] + " to " + sizes[sizes.length - 1] + " on " + card.model();
    }
}
