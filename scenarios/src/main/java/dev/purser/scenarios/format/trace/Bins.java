package dev.purser.scenarios.format.trace;

import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Place;
import dev.purser.scenarios.format.units.Durations;
import dev.purser.simulator.units.Plural;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * A trace in bins of equal length without gaps.
 *
 * @param start start of the first bin
 * @param binNanos length of each
 * @param counts arrivals in each
 * @param filled how many of them the trace lacked
 */
public record Bins(Instant start, long binNanos, double[] counts, int filled) {
    private static final int MOST_BINS = 10_000_000;

    /** Length of time covered. */
    public long lengthNanos() {
        return binNanos * counts.length;
    }

    /**
     * The bins that {@code points}, in order of time, fall into.
     *
     * @param bin length of a bin; empty: the shortest distance of two samples, of which all must be multiples
     */
    public static Bins of(Place file, List<Point> points, OptionalLong bin, Gaps gaps, Findings findings) {
        Complaints complaints = new Complaints(findings, file);
        checkOrder(points, complaints);
        Bins bins = empty();
        if (points.size() < 2 && complaints.none()) {
            complaints.add(
                    0, "", "got " + Plural.of(points.size(), "sample") + ", must be at least 2 in the selected time");
        } else if (complaints.none()) {
            long length = bin.orElseGet(() -> shortestDistance(points));
            bins = placed(points, length, complaints);
            bins = complaints.none() ? filled(bins, gaps, complaints) : bins;
        }
        complaints.close();
        return bins;
    }

    /** One count per bin of {@code binNanos}, from single arrivals in any order. */
    public static Bins ofArrivals(Place file, List<Point> points, long binNanos, Findings findings) {
        Complaints complaints = new Complaints(findings, file);
        Instant first = points.stream().map(Point::at).min(Instant::compareTo).orElse(Instant.EPOCH);
        Instant last = points.stream().map(Point::at).max(Instant::compareTo).orElse(Instant.EPOCH);
        double[] counts = new double[size(nanos(first, last) / binNanos + 1, complaints)];
        if (points.isEmpty()) {
            complaints.add(0, "", "got no arrival, must be at least 1 in the selected time");
        }
        if (complaints.none()) {
            points.forEach(point -> counts[(int) (nanos(first, point.at()) / binNanos)]++);
        }
        complaints.close();
        return new Bins(first, binNanos, counts, 0);
    }

    private static Bins empty() {
        return new Bins(Instant.EPOCH, 1, new double[0], 0);
    }

    private static long nanos(Instant from, Instant until) {
        return Duration.between(from, until).toNanos();
    }

    private static int size(long bins, Complaints complaints) {
        if (bins > MOST_BINS) {
            complaints.add(0, "", "got " + bins + " bins, must be at most " + MOST_BINS);
            return 0;
        }
        return (int) bins;
    }

    private static void checkOrder(List<Point> points, Complaints complaints) {
        for (int i = 1; i < points.size(); i++) {
            Point point = points.get(i);
            if (!point.at().isAfter(points.get(i - 1).at())) {
                complaints.add(
                        point.line(),
                        "",
                        "got " + point.at() + " after " + points.get(i - 1).at()
                                + ", must be in order of time, each once");
            }
        }
    }

    private static long shortestDistance(List<Point> points) {
        long shortest = Long.MAX_VALUE;
        for (int i = 1; i < points.size(); i++) {
            shortest = Math.min(
                    shortest, nanos(points.get(i - 1).at(), points.get(i).at()));
        }
        return shortest;
    }

    private static Bins placed(List<Point> points, long length, Complaints complaints) {
        Instant first = points.get(0).at();
        Instant last = points.get(points.size() - 1).at();
        double[] counts = new double[size(nanos(first, last) / length + 1, complaints)];
        Arrays.fill(counts, Double.NaN);
        for (Point point : points) {
            long after = nanos(first, point.at());
            if (after % length != 0) {
                complaints.add(
                        point.line(),
                        "",
                        "got " + point.at() + ", must be a multiple of the bin length, " + Durations.print(length)
                                + ", after " + first);
            } else if (complaints.none()) {
                counts[(int) (after / length)] = point.count();
            }
        }
        return new Bins(first, length, counts, 0);
    }

    private static Bins filled(Bins bins, Gaps gaps, Complaints complaints) {
        double[] counts = bins.counts.clone();
        int lacking = (int) Arrays.stream(counts).filter(Double::isNaN).count();
        for (int from = 0; from < counts.length; from++) {
            if (Double.isNaN(counts[from])) {
                int until = from;
                while (until < counts.length && Double.isNaN(counts[until])) {
                    until++;
                }
                fill(bins, counts, from, until, gaps, complaints);
                from = until;
            }
        }
        return new Bins(bins.start, bins.binNanos, counts, lacking);
    }

    private static void fill(Bins bins, double[] counts, int from, int until, Gaps gaps, Complaints complaints) {
        double before = from == 0 ? Double.NaN : counts[from - 1];
        double after = until == counts.length ? Double.NaN : counts[until];
        for (int i = from; i < until; i++) {
            counts[i] = gaps.fill(before, after, (double) (i - from + 1) / (until - from + 1));
        }
        if (Double.isNaN(counts[from])) {
            complaints.add(
                    0,
                    "",
                    "got no count from " + bins.at(from) + " to " + bins.at(until) + " ("
                            + Plural.of(until - from, "bin")
                            + "), must be complete, or `gaps` must say what stands in: zero, interpolate"
                            + " or repeat (the last two need a count before the gap, interpolate one after it too)");
        }
    }

    private Instant at(int bin) {
        return start.plusNanos(binNanos * bin);
    }
}
