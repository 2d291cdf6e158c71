package dev.purser.reports.charts;

import dev.purser.reports.text.Moments;
import dev.purser.reports.text.Numbers;
import dev.purser.simulator.cost.CostClass;
import dev.purser.simulator.experiment.RunResult;
import java.math.BigDecimal;
import org.jfree.chart.labels.CategoryItemLabelGenerator;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;

/** Effective cost of each calendar month, stacked by class, with the amounts in the bars that have room for them. */
public final class CostByMonthChart implements Chart {
    /** A part of a bar narrower than this share of the longest has no room for its amount. */
    private static final double ROOM_FOR_LABEL = 0.09;

    @Override
    public String name() {
        return "cost-by-month";
    }

    @Override
    public Figure draw(RunResult run) {
        TimeBuckets months = TimeBuckets.months(run.scenario());
        CostCurve costs = new CostCurve(run, months);
        double highest = Lines.highest(costs.total());
        DefaultCategoryDataset data = data(run, months, costs);
        StackedBarRenderer renderer = new StackedBarRenderer();
        Bars.paint(renderer, data);
        label(renderer, data, highest);
        String axis = "Cost in the month (" + run.ledger().currency() + ")";
        return new Figure(
                name(),
                "Cost by class and calendar month",
                altText(run, months, costs),
                "",
                Style.WIDTH,
                Bars.FRAME_PIXELS + Bars.ROW_PIXELS * months.size() + (months.size() == 1 ? 8 : 0),
                Style.chart(Bars.plot(data, axis, 1.04 * highest, renderer)));
    }

    private static DefaultCategoryDataset data(RunResult run, TimeBuckets months, CostCurve costs) {
        DefaultCategoryDataset data = Bars.data();
        for (CostClass costClass : CostClass.values()) {
            double[] values = costs.of(costClass);
            if (Lines.highest(values) > 0) {
                for (int i = 0; i < values.length; i++) {
                    data.addValue(values[i], costClass, month(run, months, i));
                }
            }
        }
        return data;
    }

    private static String month(RunResult run, TimeBuckets months, int index) {
        return Moments.month(run.scenario().calendar().at(months.edgesNanos()[index]));
    }

    private static void label(StackedBarRenderer renderer, CategoryDataset data, double highest) {
        renderer.setDefaultItemLabelGenerator(new Amounts(highest));
        renderer.setDefaultItemLabelsVisible(true);
        renderer.setDefaultPositiveItemLabelPosition(new ItemLabelPosition(ItemLabelAnchor.CENTER, TextAnchor.CENTER));
        for (int i = 0; i < data.getRowCount(); i++) {
            boolean dark = Palette.FILLS.get(Bars.costClass(data, i).ordinal()).luminance() < 0.25;
            renderer.setSeriesItemLabelPaint(i, (dark ? Palette.PAPER : Palette.INK).color());
        }
    }

    private static String altText(RunResult run, TimeBuckets months, CostCurve costs) {
        double[] total = costs.total();
        StringBuilder text = new StringBuilder("Horizontal bars stacked by class of cost.");
        for (int i = 0; i < total.length; i++) {
            text.append(i == 0 ? " " : ", ")
                    .append(month(run, months, i))
                    .append(": ")
                    .append(Numbers.amount(BigDecimal.valueOf(total[i])));
        }
        return text.append(Numbers.SPACE)
                .append(run.ledger().currency())
                .append(".")
                .toString();
    }

    /** Amounts where there is room. */
    private record Amounts(double highest) implements CategoryItemLabelGenerator {
        @Override
        public String generateLabel(CategoryDataset data, int row, int column) {
            double value = data.getValue(row, column).doubleValue();
            return value < ROOM_FOR_LABEL * highest ? "" : Numbers.amount(BigDecimal.valueOf(value));
        }

        @Override
        public String generateRowLabel(CategoryDataset data, int row) {
            return data.getRowKey(row).toString();
        }

        @Override
        public String generateColumnLabel(CategoryDataset data, int column) {
            return data.getColumnKey(column).toString();
        }
    }
}
