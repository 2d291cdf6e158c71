package dev.purser.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import dev.purser.reports.charts.PowerChart;
import dev.purser.reports.html.Svg;
import dev.purser.simulator.experiment.IntervalRow.Scope;
import dev.purser.simulator.experiment.RunResult;
import dev.purser.simulator.experiment.ScenarioSpec;
import dev.purser.simulator.surface.SurfaceStore;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How the time of a run grows with horizon, request rate, replicas and services: a table, and a chart per level. A time
 * is the least of several runs in one process, in processor time of all its threads, after runs that are not counted.
 */
public final class Growth {
    private static final double[] FACTORS = {0.25, 0.5, 1, 2, 4};
    private static final int REPETITIONS = 3;

    /** Points before the first that counts: the just-in-time compilers' own time is part of a run's processor time. */
    private static final int WARM_UPS = 10;

    private final OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private Growth() {}

    /** Writes into the folder named first; names of levels after it choose among {@link GrowthLevel}. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        List<GrowthLevel> levels = arguments.length == 1
                ? List.of(GrowthLevel.values())
                : Stream.of(arguments).skip(1).map(GrowthLevel::valueOf).toList();
        StringBuilder table = new StringBuilder(GrowthPoint.HEADER);
        for (GrowthLevel level : levels) {
            List<GrowthPoint> points = new Growth().measured(level);
            points.forEach(point -> table.append(point.row()));
            String name = "growth-" + level.name().toLowerCase(Locale.ROOT).replace('_', '-');
            Files.writeString(
                    folder.resolve(name + ".svg"),
                    Svg.of(chart(name, level, points).draw()) + "\n");
        }
        Files.writeString(folder.resolve("growth.csv"), table);
    }

    private List<GrowthPoint> measured(GrowthLevel level) throws IOException {
        for (int i = 0; i < WARM_UPS; i++) {
            measured(level, GrowthAxis.RATE, 1);
        }
        List<GrowthPoint> points = new ArrayList<>();
        for (GrowthAxis axis : GrowthAxis.values()) {
            for (double factor : FACTORS) {
                points.add(measured(level, axis, factor));
                System.out.print(points.get(points.size() - 1).row());
            }
        }
        return points;
    }

    private GrowthPoint measured(GrowthLevel level, GrowthAxis axis, double factor) throws IOException {
        GrowthScenario scenario = axis.times(factor, level.base());
        ScenarioSpec spec = scenario.at(level.fidelity());
        SurfaceStore store = level.store(spec);
        long requests = 0;
        double seconds = Double.POSITIVE_INFINITY;
        for (int i = 0; i < REPETITIONS; i++) {
            long start = process.getProcessCpuTime();
            RunResult result = level.run(spec, store);
            seconds = Math.min(seconds, (process.getProcessCpuTime() - start) / 1e9);
            requests = requests(result);
        }
        return new GrowthPoint(level, axis, factor, scenario, requests, seconds);
    }

    private static long requests(RunResult result) {
        return result.intervals().stream()
                .filter(row -> row.scope() == Scope.PIPELINE)
                .mapToLong(row -> row.outcomes().offered())
                .sum();
    }

    static PowerChart chart(String name, GrowthLevel level, List<GrowthPoint> points) {
        return new PowerChart(
                name,
                "Growth of a run's processor time, " + level.label(),
                "Processor time of a run on logarithmic axes, with a line each for " + String.join(", ", axes()) + ".",
                "multiple of the base",
                "processor time (s)",
                Arrays.stream(GrowthAxis.values())
                        .map(axis -> line(axis, points))
                        .toList());
    }

    private static List<String> axes() {
        return Arrays.stream(GrowthAxis.values()).map(GrowthAxis::label).toList();
    }

    private static PowerChart.Line line(GrowthAxis axis, List<GrowthPoint> points) {
        List<GrowthPoint> own =
                points.stream().filter(point -> point.axis() == axis).toList();
        return new PowerChart.Line(
                axis.label(),
                own.stream().map(GrowthPoint::factor).toList(),
                own.stream().map(GrowthPoint::seconds).toList());
    }
}
