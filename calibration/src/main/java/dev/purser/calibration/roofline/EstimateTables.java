package dev.purser.calibration.roofline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Estimates and their errors as Markdown tables. */
final class EstimateTables {
    private EstimateTables() {}

    /** One row for each estimate. */
    static String of(List<Estimate> estimates) {
        return "| workload | from | operations per byte | band | error of the known cards |\n|---|---|---|---|---|\n"
                + estimates.stream().map(EstimateTables::row).collect(Collectors.joining());
    }

    private static String row(Estimate estimate) {
        return "| " + estimate.known().get(0).workload() + " | " + estimate.cards() + " | "
                + intensity(estimate.roofline()) + " | "
                + String.format(Locale.ROOT, "%.2f to %.2f", 1 / estimate.factor(), estimate.factor()) + " | "
                + percent(LeaveOut.meanError(estimate.known())) + " |\n";
    }

    private static String intensity(Roofline roofline) {
        return roofline.lowest() == roofline.highest()
                ? String.format(Locale.ROOT, "%.0f", roofline.lowest())
                : String.format(Locale.ROOT, "%.0f to %.0f", roofline.lowest(), roofline.highest());
    }

    /** By the card that was left out, then by the cards that it was estimated from. */
    static String ofErrors(List<LeaveOut> leftOut) {
        if (leftOut.isEmpty()) {
            return "no two cards with the same workload at sizes that overlap: nothing to predict one from the other\n";
        }
        Map<String, List<LeaveOut>> rows = new TreeMap<>();
        leftOut.forEach(
                one -> rows.computeIfAbsent(key(one), key -> new ArrayList<>()).add(one));
        return "| card | from | workloads | error | worst | bias | in the band |\n|---|---|---|---|---|---|---|\n"
                + rows.entrySet().stream()
                        .map(row -> errorRow(row.getKey(), row.getValue()))
                        .collect(Collectors.joining());
    }

    private static String key(LeaveOut one) {
        return one.truth().card().model() + " | " + one.estimate().cards();
    }

    private static String errorRow(String cards, List<LeaveOut> row) {
        return "| " + cards + " | " + row.size() + " | "
                + percent(
                        row.stream().mapToDouble(LeaveOut::meanError).average().orElseThrow()) + " | "
                + percent(row.stream().mapToDouble(LeaveOut::meanError).max().orElseThrow()) + " | "
                + percent(row.stream().mapToDouble(LeaveOut::bias).average().orElseThrow()) + " | "
                + percent(row.stream().mapToDouble(LeaveOut::covered).average().orElseThrow()) + " |\n";
    }

    private static String percent(double fraction) {
        return Double.isNaN(fraction) ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * fraction);
    }
}
