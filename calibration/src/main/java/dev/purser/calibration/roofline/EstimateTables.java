package dev.purser.calibration.roofline;

import dev.purser.simulator.units.Nanos;
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
        if (estimates.isEmpty()) {
            return "";
        }
        return "| workload | from | operations per byte | band | error of the known cards |\n|---|---|---|---|---|\n"
                + estimates.stream().map(EstimateTables::row).collect(Collectors.joining());
    }

    private static String row(Estimate estimate) {
        return "| " + estimate.known().get(0).workload() + " | " + estimate.cards() + " | "
                + String.format(Locale.ROOT, "%.0f", estimate.roofline().operationsPerByte()) + " | "
                + String.format(Locale.ROOT, "%.2f to %.2f", 1 / estimate.factor(), estimate.factor()) + " | "
                + percent(LeaveOut.meanError(estimate.known())) + " |\n";
    }

    /** One row for each model that was measured on a device. */
    static String onDevice(List<OnDevice> known) {
        return known.isEmpty()
                ? ""
                : "| model | share of the ceiling | fixed time, us | error on the device |\n|---|---|---|---|\n"
                        + known.stream()
                                .map(each -> "| " + each.entry().model() + cells(each) + " |\n")
                                .collect(Collectors.joining());
    }

    private static String cells(OnDevice known) {
        return " | " + percent(known.share()) + " | "
                + String.format(Locale.ROOT, "%.3g", known.line().fixed() / Nanos.MICROSECOND) + " | "
                + percent(known.meanError());
    }

    /** One row for each model that is carried over from a device. */
    static String fromDevice(List<FromDevice> estimates) {
        return estimates.isEmpty()
                ? ""
                : "| model | share of the ceiling | fixed time, us | error on the device | largest batch | device, ms | "
                        + "estimate, ms | band, ms |\n|---|---|---|---|---|---|---|---|\n"
                        + estimates.stream().map(EstimateTables::row).collect(Collectors.joining());
    }

    private static String row(FromDevice estimate) {
        OnDevice known = estimate.known();
        int[] batches = known.batches();
        int largest = batches[batches.length - 1];
        double there = known.entry().law().time().meanNanos(largest) / Nanos.MILLISECOND;
        double here = estimate.nanos(largest) / Nanos.MILLISECOND;
        return "| " + known.entry().model() + cells(known)
                + String.format(
                        Locale.ROOT,
                        " | %d | %.3g | %.3g | %.2g to %.2g |%n",
                        largest,
                        there,
                        here,
                        here / estimate.factor(),
                        here * estimate.factor());
    }

    /** By the card that was left out, then by the cards that it was estimated from. */
    static String ofErrors(List<LeaveOut> leftOut) {
        if (leftOut.isEmpty()) {
            return "";
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
        return !Double.isFinite(fraction) ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * fraction);
    }
}
