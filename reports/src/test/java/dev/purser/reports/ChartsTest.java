package dev.purser.reports;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.reports.charts.Charts;
import dev.purser.reports.charts.Figure;
import dev.purser.simulator.cost.Ledger;
import dev.purser.simulator.experiment.IntervalRecord;
import dev.purser.simulator.experiment.RunResult;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every chart must keep to, over every kind of run, empty and constant ones included. */
class ChartsTest {
    static Stream<Arguments> figures() {
        List<RunResult> runs = List.of(
                SyntheticRun.day(),
                SyntheticRun.hour(),
                SyntheticRun.silence(),
                SyntheticRun.thirtyServices(),
                withoutRecord(SyntheticRun.day()));
        return runs.stream()
                .flatMap(run -> Arrays.stream(Charts.values()).map(chart -> {
                    Figure figure = chart.create().draw(run);
                    return Arguments.of(chart + " of " + run.scenario().title(), figure);
                }));
    }

    /** The same run with nothing in it: no interval, no charge, no decision. */
    static RunResult withoutRecord(RunResult run) {
        return new RunResult(
                run.scenario(),
                IntervalRecord.of(List.of()),
                List.of(),
                List.of(),
                List.of(),
                run.usage(),
                new Ledger(run.ledger().currency(), List.of()),
                List.of(),
                0,
                Optional.empty());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("figures")
    void numbersAndTimesHaveTitlesWithUnits(String name, Figure figure) {
        for (Axis axis : axes(figure.chart().getPlot())) {
            if (axis instanceof NumberAxis || axis instanceof DateAxis || axis instanceof LogAxis) {
                String title = axis.getLabel();
                assertTrue(title != null && title.matches("\\S.* \\(.+\\)"), () -> name + ": axis titled " + title);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("figures")
    void drawsItselfAndLeavesInk(String name, Figure figure) {
        BufferedImage image =
                new BufferedImage(figure.widthPixels(), figure.heightPixels(), BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        assertDoesNotThrow(() -> figure.draw(graphics), name);
        graphics.dispose();
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        assertTrue(Arrays.stream(pixels).anyMatch(pixel -> pixel >>> 24 > 0), name + " is blank");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("figures")
    void saysInWordsWhatItShows(String name, Figure figure) {
        assertTrue(figure.altText().length() > 20, name);
        assertFalse(figure.altText().contains("NaN"), figure.altText());
        assertFalse(figure.altText().contains("Infinity"), figure.altText());
    }

    @Test
    void namesAreUnique() {
        RunResult run = SyntheticRun.hour();
        List<String> names = Arrays.stream(Charts.values())
                .map(chart -> chart.create().draw(run).name())
                .toList();
        assertEquals(names.stream().distinct().toList(), names);
        Arrays.stream(Charts.values())
                .forEach(chart -> assertEquals(
                        chart.create().name(), chart.create().draw(run).name()));
    }

    private static List<Axis> axes(Plot plot) {
        List<Axis> axes = new ArrayList<>();
        if (plot instanceof CombinedDomainXYPlot combined) {
            axes.add(combined.getDomainAxis());
            for (Object subplot : combined.getSubplots()) {
                axes.addAll(rangeAxes((XYPlot) subplot));
            }
        } else if (plot instanceof CategoryPlot bars) {
            axes.add(bars.getRangeAxis());
        }
        assertFalse(axes.isEmpty(), "a kind of plot this test does not know: " + plot.getPlotType());
        return axes;
    }

    private static List<Axis> rangeAxes(XYPlot plot) {
        List<Axis> axes = new ArrayList<>();
        for (int i = 0; i < plot.getRangeAxisCount(); i++) {
            axes.add(plot.getRangeAxis(i));
        }
        return axes;
    }
}
