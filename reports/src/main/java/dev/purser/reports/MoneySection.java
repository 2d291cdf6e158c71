package dev.purser.reports;

import static dev.purser.reports.text.Numbers.amount;
import static dev.purser.reports.text.Numbers.share;

import dev.purser.reports.charts.Charts;
import dev.purser.reports.document.Block;
import dev.purser.reports.document.ChartFigure;
import dev.purser.reports.document.Section;
import dev.purser.reports.document.Table;
import dev.purser.reports.document.Table.Column;
import dev.purser.reports.text.Numbers;
import dev.purser.simulator.cost.Charge;
import dev.purser.simulator.cost.CostClass;
import dev.purser.simulator.cost.UnitCosts;
import dev.purser.simulator.units.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Where the money goes: by item, service and pool. */
final class MoneySection {
    private MoneySection() {}

    static Section of(RunFacts facts) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new ChartFigure(Charts.COST_BY_ITEM.create().draw(facts.result())));
        blocks.add(byService(facts));
        blocks.add(byPool(facts));
        blocks.add(ItemTable.of(facts));
        return new Section("money", "Where the money goes", blocks);
    }

    private static Table byService(RunFacts facts) {
        String currency = facts.currency().getCurrencyCode();
        Map<String, Long> answers = UnitCosts.answered(facts.result().usage());
        return new Table(
                "Effective cost by service",
                List.of(
                        Column.text("Service"),
                        Column.number("Cost (" + currency + ")"),
                        Column.number("Share (%)"),
                        Column.number("Answers"),
                        Column.number("Per 1,000 answers (" + currency + ")")),
                largestFirst(facts.result().ledger().totalBy(Charge::service)).stream()
                        .map(entry -> service(
                                facts, entry.getKey(), entry.getValue(), answers.getOrDefault(entry.getKey(), 0L)))
                        .toList(),
                Optional.of(List.of(
                        "Total",
                        amount(facts.total().amount(), facts.total().amount()),
                        share(RunFacts.share(facts.total(), facts.total())),
                        "",
                        "")));
    }

    private static List<String> service(RunFacts facts, String service, Money cost, long answers) {
        boolean shared = service.isEmpty();
        return List.of(
                shared ? "shared by all services" : service,
                amount(cost.amount(), facts.total().amount()),
                share(RunFacts.share(cost, facts.total())),
                shared ? "" : Numbers.count(answers),
                shared
                        ? ""
                        : UnitCosts.perThousand(cost, answers)
                                .map(each -> amount(each.amount()))
                                .orElse("-"));
    }

    private static Table byPool(RunFacts facts) {
        String currency = facts.currency().getCurrencyCode();
        return new Table(
                "Effective cost by pool",
                List.of(
                        Column.text("Pool"),
                        Column.number("Cost (" + currency + ")"),
                        Column.number("Share (%)"),
                        Column.number("Of its hardware without a replica (%)")),
                largestFirst(facts.result().ledger().totalBy(Charge::pool)).stream()
                        .map(entry -> pool(facts, entry.getKey(), entry.getValue()))
                        .toList(),
                Optional.of(List.of(
                        "Total",
                        amount(facts.total().amount(), facts.total().amount()),
                        share(RunFacts.share(facts.total(), facts.total())),
                        share(RunFacts.share(facts.idle(), facts.hardware())))));
    }

    private static List<String> pool(RunFacts facts, String pool, Money cost) {
        return List.of(
                pool.isEmpty() ? "outside of any pool" : pool,
                amount(cost.amount(), facts.total().amount()),
                share(RunFacts.share(cost, facts.total())),
                idleShare(facts, charge -> charge.pool().equals(pool)));
    }

    private static String idleShare(RunFacts facts, Predicate<Charge> which) {
        Money hardware = facts.sum(charge -> charge.costClass() == CostClass.HARDWARE && which.test(charge));
        Money idle = facts.sum(charge -> RunFacts.isIdle(charge) && which.test(charge));
        return hardware.amount().signum() == 0 ? "-" : share(RunFacts.share(idle, hardware));
    }

    private static List<Map.Entry<String, Money>> largestFirst(Map<String, Money> totals) {
        return totals.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Money> entry) ->
                                entry.getValue().amount())
                        .reversed())
                .toList();
    }
}
