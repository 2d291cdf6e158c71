package dev.purser.calibration.check.measured;

import dev.purser.simulator.serving.BatchingSpec;
import dev.purser.simulator.units.Nanos;
import dev.purser.simulator.units.Plural;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What {@code purser check --measured} prints for people: rows as they are done, then the mean errors. */
public final class CheckText {
    /** More would not fit a line; the CSV table has all. */
    private static final Set<Figure> IN_ROWS = EnumSet.of(Figure.THROUGHPUT, Figure.P50, Figure.P99);

    private final Set<Figure> figures = EnumSet.noneOf(Figure.class);
    private final Set<Figure> inRows = EnumSet.noneOf(Figure.class);
    private String above = "";

    /** Columns for what is measured in {@code points}. */
    public CheckText(List<LoadPoint> points) {
        points.forEach(point -> figures.addAll(point.measured().keySet()));
        inRows.addAll(figures);
        inRows.retainAll(IN_ROWS);
    }

    /** The line of {@code checked}, after a heading where another model, server or setting begins. */
    public String row(CheckedPoint checked) {
        LoadPoint point = checked.point();
        String heading = heading(point);
        StringBuilder text = new StringBuilder();
        if (!heading.equals(above)) {
            text.append(above.isEmpty() ? "" : "\n").append(heading).append(columns(point));
            above = heading;
        }
        text.append(String.format(Locale.ROOT, "%10s", load(point.load())));
        for (Figure figure : inRows) {
            text.append(cells(checked, figure));
        }
        return text.append('\n').toString();
    }

    /** Mean absolute errors of each group and of all. */
    public String means(List<CheckedPoint> checked) {
        StringBuilder text = new StringBuilder("\nmean absolute error\n");
        var groups = MeanErrors.groups(checked);
        groups.forEach((name, points) -> text.append(mean(name, MeanErrors.of(points))));
        if (groups.size() > 1) {
            text.append(mean("all", MeanErrors.of(checked)));
        }
        return text.toString();
    }

    private String mean(String name, MeanErrors errors) {
        StringBuilder line = new StringBuilder("  " + name + ", " + Plural.of(errors.points(), "row") + ":");
        for (Figure figure : figures) {
            line.append(line.charAt(line.length() - 1) == ':' ? " " : ", ")
                    .append(figure.column())
                    .append(' ')
                    .append(percent(errors.of(figure), false));
        }
        return line.append('\n').toString();
    }

    private String columns(LoadPoint point) {
        StringBuilder line = new StringBuilder(
                String.format(Locale.ROOT, "%10s", point.load().isClosed() ? "clients" : "per s"));
        for (Figure figure : inRows) {
            String unit = figure.isLatency() ? figure.column() + " ms" : "samples/s";
            line.append(String.format(Locale.ROOT, "  | %10s  predicted    error", unit));
        }
        return line.append('\n').toString();
    }

    private static String cells(CheckedPoint checked, Figure figure) {
        return String.format(
                Locale.ROOT,
                "  | %10s %10s %8s",
                number(checked.point().measured().get(figure), figure),
                number(checked.predicted().get(figure), figure),
                percent(checked.error(figure), true));
    }

    private static String heading(LoadPoint point) {
        BatchingSpec batching = point.batching();
        return point.key() + ": " + point.load().samples() + " samples a request, "
                + Plural.of(point.instances(), "model instance")
                + ", largest batch " + batching.largestBatch()
                + (batching.preferredSizes().isEmpty() ? "" : ", preferred " + batching.preferredSizes())
                + ", longest wait " + millis(batching.longestWaitNanos())
                + (point.load().isClosed()
                        ? ", think time " + millis(point.load().thinkNanos())
                        : "") + "\n";
    }

    private static String load(Load load) {
        return load.isClosed()
                ? Integer.toString(load.clients())
                : String.format(Locale.ROOT, "%.4g", load.perSecond());
    }

    private static String millis(double nanos) {
        return String.format(Locale.ROOT, "%.4g ms", nanos / Nanos.MILLISECOND).replaceFirst("\\.0+ ", " ");
    }

    private static String number(Double value, Figure figure) {
        if (value == null) {
            return "-";
        }
        return figure.isLatency()
                ? String.format(Locale.ROOT, "%.3f", value / Nanos.MILLISECOND)
                : String.format(Locale.ROOT, "%.0f", value);
    }

    private static String percent(double error, boolean signed) {
        return Double.isNaN(error) ? "-" : String.format(Locale.ROOT, signed ? "%+.1f %%" : "%.1f %%", 100 * error);
    }
}
