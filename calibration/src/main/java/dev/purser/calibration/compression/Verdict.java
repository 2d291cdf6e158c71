package dev.purser.calibration.compression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a method buys and what it costs, in words. */
final class Verdict {
    private static final double MATTERS = 0.95;

    private Verdict() {}

    static String of(Original before, Comparison after) {
        List<String> times = times(after);
        List<String> sizes = sizes(before, after);
        String costs = String.join(", ", costs(before, after));
        if (times.isEmpty() && sizes.isEmpty()) {
            return "buys nothing here: " + (costs.isEmpty() ? "as slow and as large as before" : costs);
        }
        String bought =
                (times.isEmpty() ? "buys size and no time: " : sizes.isEmpty() ? "buys time: " : "buys time and size: ")
                        + joined(times, sizes);
        return costs.isEmpty() ? bought + "; costs nothing that was seen" : bought + "; costs: " + costs;
    }

    private static String joined(List<String> times, List<String> sizes) {
        List<String> all = new ArrayList<>(times);
        all.addAll(sizes);
        return String.join(", ", all);
    }

    private static List<String> times(Comparison after) {
        String batches = batches(after, PairedTimes::faster);
        return batches.isEmpty() ? List.of() : List.of("faster at batch " + batches);
    }

    private static List<String> sizes(Original before, Comparison after) {
        List<String> sizes = new ArrayList<>();
        if (after.storedBytes() < MATTERS * before.bytes()) {
            sizes.add("file " + times((double) before.bytes() / after.storedBytes()) + " smaller");
        }
        if (after.residentBytes() < MATTERS * before.bytes()) {
            sizes.add("memory " + times((double) before.bytes() / after.residentBytes()) + " smaller");
        }
        return sizes;
    }

    private static List<String> costs(Original before, Comparison after) {
        List<String> costs = new ArrayList<>();
        String slower = batches(after, PairedTimes::slower);
        if (!slower.isEmpty()) {
            costs.add("slower at batch " + slower);
        }
        if (before.quality() - after.quality() > before.chance()) {
            costs.add(before.measure()
                    + String.format(Locale.ROOT, " falls by %.4f", before.quality() - after.quality()));
        }
        if (MATTERS * after.residentBytes() > before.bytes()) {
            costs.add("memory " + times((double) after.residentBytes() / before.bytes()) + " larger");
        }
        return costs;
    }

    /** Batch sizes with their ratio, as {@code 64 (0.71), 256 (0.52)}. */
    private static String batches(Comparison after, Predicate<PairedTimes> which) {
        return after.times().entrySet().stream()
                .filter(entry -> which.test(entry.getValue()))
                .map(entry -> entry.getKey()
                        + String.format(Locale.ROOT, " (%.2f)", entry.getValue().ratio()))
                .collect(Collectors.joining(", "));
    }

    private static String times(double factor) {
        return String.format(Locale.ROOT, "%.1f times", factor);
    }
}
