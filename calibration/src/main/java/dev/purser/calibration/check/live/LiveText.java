package dev.purser.calibration.check.live;

import dev.purser.calibration.check.live.Compared.Calibration;
import dev.purser.calibration.check.live.LivePoint.Figure;
import dev.purser.simulator.units.Nanos;
import dev.purser.simulator.units.Plural;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/** What a live check prints for people. */
final class LiveText {
    /**
     * A machine that was faster or slower by more than this in all rounds is not the one that was calibrated, and a law that is
     * further off between its sizes wants more of them.
     */
    private static final double CHANGED = 0.05;

    private LiveText() {}

    /** The whole text; {@code what} was checked. */
    static String of(String what, LiveResult result) {
        StringBuilder text = new StringBuilder();
        LiveSettings settings = result.settings();
        text.append(line(
                "%s: %s a request, %s that %s when idle, largest batch %d, longest wait %s ms",
                what,
                Plural.of(settings.samplesPerRequest(), "sample"),
                Plural.of(settings.modelInstances(), "model instance"),
                verb(settings),
                settings.batching().largestBatch(),
                millis(settings.batching().longestWaitNanos())));
        text.append(line(
                "capacity %,.0f requests/s (%,.0f samples/s), predicted %,.0f (%+.1f %%)",
                result.capacityPerSecond(),
                result.capacityPerSecond() * settings.samplesPerRequest(),
                result.predictedCapacityPerSecond(),
                100 * (result.predictedCapacityPerSecond() / result.capacityPerSecond() - 1)));
        text.append(line(
                "the server adds %.3f ms to a batch after a gap, and to any of %s",
                result.cost().wakeUpNanos() / Nanos.MILLISECOND,
                added(result.cost().addedNanos())));
        text.append(line(
                "stalls take %.2f %% of the time in the profile, %.2f %% of that between the loads",
                100 * result.stalled().inProfile(), 100 * result.stalled().now()));
        text.append(drifts(result.drift()))
                .append(lateness(result.points()))
                .append(scatter(result.points()))
                .append(table("predicted from the profile", result.points(), Calibration.PROFILE))
                .append(table(
                        "predicted from batches on the idle server between the loads, requests as they were sent",
                        result.points(),
                        Calibration.BETWEEN));
        return text.toString();
    }

    private static String table(String title, List<LivePoint> points, Calibration calibration) {
        StringBuilder text = new StringBuilder("\n" + title + "\n").append(header());
        points.forEach(point -> text.append(row(point, calibration)));
        return text.append(means(points, calibration)).toString();
    }

    private static String added(SortedMap<Integer, Double> nanos) {
        String each = nanos.values().stream()
                .map(added -> String.format(Locale.ROOT, "%.3f", added / Nanos.MILLISECOND))
                .collect(Collectors.joining(", "));
        String counts = nanos.keySet().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return (nanos.size() == 1 && nanos.firstKey() == 1 ? "1 request " : counts + " requests ") + each + " ms";
    }

    private static String drifts(Drift drift) {
        double least = drift.range()[0];
        double most = drift.range()[1];
        String varies = line(
                "calls beside those of the profile: %+.1f %% to %+.1f %%, over %s: how much this machine's speed "
                        + "varies",
                100 * (least - 1), 100 * (most - 1), Plural.of(drift.ofRounds().size(), "round"));
        boolean hasChanged = least > 1 + CHANGED || most < 1 - CHANGED;
        return varies
                + (hasChanged ? line("  it has changed since the profile was made: calibrate again") : "")
                + (drift.mostBetween() > CHANGED ? between(drift) : "");
    }

    private static String between(Drift drift) {
        return line(
                "  calls of %s samples beside its law: %s %%; it was measured at %s: calibrate --batches %s",
                joined(drift.ofSizes().keySet().stream().map(String::valueOf), ", "),
                joined(
                        drift.ofSizes().values().stream()
                                .map(factor -> String.format(Locale.ROOT, "%+.1f", 100 * (factor - 1))),
                        ", "),
                joined(drift.measured().stream().sorted().map(String::valueOf), ", "),
                joined(drift.ofSizes().keySet().stream().map(String::valueOf), ","));
    }

    private static String joined(Stream<String> words, String separator) {
        return words.collect(Collectors.joining(separator));
    }

    private static String verb(LiveSettings settings) {
        String verb = settings.idle() == Idle.POLL ? "poll" : "sleep";
        return settings.modelInstances() == 1 ? verb + "s" : verb;
    }

    private static String lateness(List<LivePoint> points) {
        return line(
                "requests were sent up to %.1f ms late (1 in 100 more than %.3f ms): how much the sender was held up",
                most(points, each -> each.lateness().mostNanos()),
                most(points, each -> each.lateness().p99Nanos()));
    }

    private static String scatter(List<LivePoint> points) {
        String figures = Arrays.stream(Figure.values())
                .filter(Figure::isLatency)
                .map(figure ->
                        String.format(Locale.ROOT, "%s by %.0f %%", figure.label(), 100 * scatter(points, figure)))
                .collect(Collectors.joining(", "));
        boolean leavesOneOut = Figure.leavesOneOut(points.get(0).rounds().size());
        return line(
                "from the lowest to the highest round of a load: %s, in the median of the loads; latencies below are of "
                        + "all rounds%s, measured and predicted alike%s",
                figures,
                leavesOneOut ? " but the highest" : "",
                leavesOneOut ? "; the table has those of all rounds, too" : "");
    }

    private static double scatter(List<LivePoint> points, Figure figure) {
        return new Median()
                .evaluate(points.stream()
                        .mapToDouble(point -> point.range(figure)[1] / point.range(figure)[0] - 1)
                        .toArray());
    }

    private static double most(List<LivePoint> points, ToDoubleFunction<LivePoint> nanos) {
        return points.stream().mapToDouble(nanos).max().orElseThrow() / Nanos.MILLISECOND;
    }

    private static String header() {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%5s %10s", "load", "offered/s"));
        for (Figure figure : Figure.values()) {
            String unit = figure.isLatency() ? figure.label() + " ms" : "answered/s";
            line.append(String.format(Locale.ROOT, " | %10s predicted   error", unit));
        }
        return line.append('\n').toString();
    }

    private static String row(LivePoint point, Calibration calibration) {
        StringBuilder line = new StringBuilder(
                String.format(Locale.ROOT, "%3.0f %% %10.1f", 100 * point.load(), point.offeredPerSecond()));
        for (Figure figure : Figure.values()) {
            line.append(String.format(
                    Locale.ROOT,
                    " | %10s %9s %+6.1f%%",
                    number(figure, point.measured(figure)),
                    number(figure, point.predicted(calibration, figure)),
                    100 * point.error(calibration, figure)));
        }
        return line.append('\n').toString();
    }

    private static String means(List<LivePoint> points, Calibration calibration) {
        StringBuilder line = new StringBuilder("mean absolute error:");
        for (Figure figure : Figure.values()) {
            double mean = points.stream()
                    .mapToDouble(point -> Math.abs(point.error(calibration, figure)))
                    .average()
                    .orElseThrow();
            line.append(line.charAt(line.length() - 1) == ':' ? " " : ", ")
                    .append(String.format(Locale.ROOT, "%s %.1f %%", figure.label(), 100 * mean));
        }
        return line.append('\n').toString();
    }

    private static String number(Figure figure, double value) {
        return figure.isLatency()
                ? String.format(Locale.ROOT, "%.3f", value / Nanos.MILLISECOND)
                : String.format(Locale.ROOT, "%.1f", value);
    }

    private static String millis(long nanos) {
        return String.format(Locale.ROOT, "%.4g", (double) nanos / Nanos.MILLISECOND)
                .replaceFirst("\\.0+$", "");
    }

    private static String line(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments) + "\n";
    }
}
