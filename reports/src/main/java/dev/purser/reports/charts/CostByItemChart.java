package dev.purser.reports.charts;

import dev.purser.reports.text.Numbers;
import dev.purser.simulator.cost.Charge;
import dev.purser.simulator.cost.CostClass;
import dev.purser.simulator.experiment.RunResult;
import dev.purser.simulator.units.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jfree.chart.labels.CategoryItemLabelGenerator;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;

/** The largest items of the bill, the largest first, each with its amount and its share. */
public final class CostByItemChart implements Chart {
    private static final int MOST_ITEMS = 12;

    /** Room at the end of the longest bar for its label. */
    private static final double LABEL_ROOM = 1.32;

    private record Item(CostClass costClass, String activity, String name, Money cost) {
        String label() {
            return activity.equals("idle") ? name + ", idle" : name;
        }
    }

    @Override
    public String name() {
        return "cost-by-item";
    }

    @Override
    public Figure draw(RunResult run) {
        List<Item> items = items(run);
        List<Item> shown = items.subList(0, Math.min(MOST_ITEMS, items.size()));
        DefaultCategoryDataset data = data(shown);
        StackedBarRenderer renderer = new StackedBarRenderer();
        Bars.paint(renderer, data);
        label(renderer, run);
        double highest = shown.isEmpty() ? 1 : shown.get(0).cost().amount().doubleValue();
        String axis = "Cost of the run (" + run.ledger().currency() + ")";
        return new Figure(
                name(),
                "Largest items of the bill",
                altText(shown),
                items.size() > MOST_ITEMS
                        ? "The " + MOST_ITEMS + " largest of " + items.size() + " items are shown."
                        : "",
                Style.WIDTH,
                Bars.FRAME_PIXELS + Bars.ROW_PIXELS * Math.max(2, shown.size()),
                Style.chart(Bars.plot(data, axis, LABEL_ROOM * highest, renderer)));
    }

    private static List<Item> items(RunResult run) {
        Map<List<String>, Item> items = new LinkedHashMap<>();
        for (Charge charge : run.ledger().charges()) {
            Item item = new Item(charge.costClass(), charge.activity(), charge.item(), charge.amount());
            items.merge(
                    List.of(item.costClass().name(), item.label()),
                    item,
                    (a, b) -> new Item(
                            a.costClass(), a.activity(), a.name(), a.cost().plus(b.cost())));
        }
        return items.values().stream()
                .sorted(Comparator.comparing((Item item) -> item.cost().amount())
                        .reversed())
                .toList();
    }

    private static DefaultCategoryDataset data(List<Item> items) {
        DefaultCategoryDataset data = Bars.data();
        for (CostClass costClass : CostClass.values()) {
            if (items.stream().anyMatch(item -> item.costClass() == costClass)) {
                items.forEach(item -> data.addValue(
                        item.costClass() == costClass ? item.cost().amount().doubleValue() : null,
                        costClass,
                        item.label()));
            }
        }
        return data;
    }

    private static void label(StackedBarRenderer renderer, RunResult run) {
        renderer.setDefaultItemLabelGenerator(new Amounts(run.ledger().total()));
        renderer.setDefaultItemLabelsVisible(true);
        renderer.setDefaultItemLabelPaint(Palette.INK.color());
        renderer.setDefaultPositiveItemLabelPosition(
                new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
    }

    private static String altText(List<Item> items) {
        StringBuilder text = new StringBuilder("Horizontal bars, the largest first.");
        items.forEach(item -> text.append(" ")
                .append(item.label())
                .append(": ")
                .append(Numbers.money(item.cost()))
                .append("."));
        return text.toString();
    }

    /** Amount and share of the bill. */
    private record Amounts(Money total) implements CategoryItemLabelGenerator {
        @Override
        public String generateLabel(CategoryDataset data, int row, int column) {
            BigDecimal value = BigDecimal.valueOf(data.getValue(row, column).doubleValue());
            boolean free = total.amount().signum() == 0;
            double share = free
                    ? 0
                    : value.divide(total.amount(), MathContext.DECIMAL64).doubleValue();
            return " " + Numbers.amount(value) + " (" + Numbers.percent(share) + ")";
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
