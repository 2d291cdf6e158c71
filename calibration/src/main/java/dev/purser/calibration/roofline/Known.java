package dev.purser.calibration.roofline;

import dev.purser.simulator.hardware.Accelerator;
import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.ImportedSweep;
import dev.purser.simulator.hardware.ProfileEntry;
import dev.purser.simulator.hardware.ServiceTimeLaw;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

    /** The sizes that were measured: rows of a sweep; where the law has none, those that it is told by. */
    int[] sizes() {
        return entry.sweep()
                .map(sweep -> sweep.points().stream()
                        .mapToInt(ImportedSweep.Point::batch)
                        .toArray())
                .orElseGet(this::lawSizes);
    }

    /** The sizes that the law is told by: its rows or steps, measured or not; of others powers of four up to the largest. */
    private int[] lawSizes() {
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

    /** Sizes of any of {@code laws} that all of them reach, so that each was measured there or between its own sizes; may be none. */
    static int[] commonSizes(List<Known> laws) {
        return reachedByAll(laws, laws.stream().flatMapToInt(law -> Arrays.stream(law.sizes())));
    }

    /** Sizes by which the law of the first of {@code laws} is told, as far as all of them reach. */
    static int[] commonLawSizes(List<Known> laws) {
        return reachedByAll(laws, Arrays.stream(laws.get(0).lawSizes()));
    }

    private static int[] reachedByAll(List<Known> laws, IntStream sizes) {
        return sizes.filter(size -> laws.stream().allMatch(law -> law.reaches(size)))
                .sorted()
                .distinct()
                .toArray();
    }

    /** Whether there are sizes that all of {@code laws} reach. */
    static boolean overlap(List<Known> laws) {
        return commonSizes(laws).length > 0;
    }

    /** What to say of {@code laws} that do not overlap. */
    static String apart(List<Known> laws) {
        return laws.get(0).workload() + ": batch sizes must overlap from card to card, got "
                + laws.stream().map(Known::range).collect(Collectors.joining(", "));
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
