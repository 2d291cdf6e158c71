package dev.purser.reports;

import static dev.purser.reports.text.Numbers.amount;

import dev.purser.reports.document.Table;
import dev.purser.reports.document.Table.Column;
import dev.purser.reports.text.Numbers;
import dev.purser.reports.text.Words;
import dev.purser.simulator.cost.Charge;
import dev.purser.simulator.cost.CostClass;
import dev.purser.simulator.units.Money;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The bill summed over time: one row per item and activity. */
final class ItemTable {
    /** The ledger has them all. */
    private static final int MOST_ROWS = 20;

    private record Key(CostClass costClass, String item, String activity, String unit) {}

    private record Sum(BigDecimal quantity, Money cost) {
        Sum plus(Sum other) {
            return new Sum(quantity.add(other.quantity), cost.plus(other.cost));
        }
    }

    private ItemTable() {}

    static Table of(RunFacts facts) {
        Map<Key, Sum> sums = new LinkedHashMap<>();
        for (Charge charge : facts.result().ledger().charges()) {
            Key key = new Key(charge.costClass(), charge.item(), charge.activity(), charge.unit());
            sums.merge(key, new Sum(charge.quantity(), charge.amount()), Sum::plus);
        }
        String caption = "Effective cost by item"
                + (sums.size() > MOST_ROWS ? ", the " + MOST_ROWS + " largest of " + sums.size() : "");
        return new Table(caption, columns(facts), rows(facts, sums), total(facts));
    }

    private static List<Column> columns(RunFacts facts) {
        return List.of(
                Column.text("Item"),
                Column.text("Class"),
                Column.text("Activity"),
                Column.number("Quantity"),
                Column.text("Unit"),
                Column.number("Cost (" + facts.currency() + ")"),
                Column.number("Share (%)"));
    }

    private static List<List<String>> rows(RunFacts facts, Map<Key, Sum> sums) {
        return sums.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Key, Sum> entry) ->
                                entry.getValue().cost().amount())
                        .reversed())
                .limit(MOST_ROWS)
                .map(entry -> row(facts, entry.getKey(), entry.getValue()))
                .toList();
    }

    private static List<String> row(RunFacts facts, Key key, Sum sum) {
        return List.of(
                key.item(),
                Words.title(key.costClass()),
                key.activity(),
                Numbers.plain(sum.quantity().doubleValue()),
                key.unit(),
                amount(sum.cost().amount(), facts.total().amount()),
                Numbers.share(RunFacts.share(sum.cost(), facts.total())));
    }

    private static Optional<List<String>> total(RunFacts facts) {
        return Optional.of(List.of(
                "Total of the bill",
                "",
                "",
                "",
                "",
                amount(facts.total().amount(), facts.total().amount()),
                ""));
    }
}
