package dev.purser.scenarios.output;

import dev.purser.simulator.cost.CostClass;
import dev.purser.simulator.cost.Ledger;
import dev.purser.simulator.cost.Obligation;
import dev.purser.simulator.cost.UnitCosts;
import dev.purser.simulator.experiment.IntervalRecord;
import dev.purser.simulator.experiment.IntervalRow;
import dev.purser.simulator.experiment.IsolatedCost;
import dev.purser.simulator.experiment.RunResult;
import dev.purser.simulator.units.Money;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The money in {@code result.json}. All totals are effective cost; {@code billed} is the cash. */
final class CostSummary {
    /** The key of charges that belong to no single service or pool. */
    static final String SHARED = "(shared)";

    private CostSummary() {}

    static Map<String, Object> of(RunResult result) {
        Ledger ledger = result.ledger();
        Map<String, Object> cost = new LinkedHashMap<>();
        cost.put("currency", ledger.currency().getCurrencyCode());
        cost.put("effective", amount(ledger.total()));
        cost.put("billed", amount(ledger.billed()));
        cost.put("prepaid_balance", amount(ledger.prepaidBalance()));
        cost.put("per_1000_answered_requests", perThousand(ledger.total(), answered(result.intervals())));
        cost.put("per_1000_answered_by_service", totals(UnitCosts.byService(ledger, result.usage())));
        cost.put("by_class", totals(byName(ledger.byClass())));
        cost.put("by_month", totals(ledger.byMonth(result.scenario().calendar())));
        cost.put("by_service", totals(ledger.byService()));
        cost.put("by_pool", totals(ledger.byPool()));
        cost.put(
                "obligations",
                ledger.obligations().stream().map(CostSummary::obligation).toList());
        cost.put(
                "of_events",
                result.isolated().stream().map(CostSummary::isolated).toList());
        return cost;
    }

    /** Requests that users got an answer to, over the whole run, warm-up included. */
    private static long answered(IntervalRecord intervals) {
        return intervals.stream()
                .filter(row -> row.scope() == IntervalRow.Scope.PIPELINE)
                .mapToLong(row -> row.outcomes().answered())
                .sum();
    }

    /** Null where nothing was answered. */
    private static @Nullable BigDecimal perThousand(Money cost, long requests) {
        return UnitCosts.perThousand(cost, requests).map(CostSummary::amount).orElse(null);
    }

    private static Map<String, Money> byName(Map<CostClass, Money> byClass) {
        Map<String, Money> named = new LinkedHashMap<>();
        byClass.forEach((costClass, total) -> named.put(costClass.name().toLowerCase(Locale.ROOT), total));
        return named;
    }

    private static Map<String, BigDecimal> totals(Map<?, Money> byKey) {
        Map<String, BigDecimal> totals = new LinkedHashMap<>();
        byKey.forEach((key, total) -> totals.put(named(key.toString()), amount(total)));
        return totals;
    }

    /** What months beyond the run still have to bear. */
    private static Map<String, Object> obligation(Obligation obligation) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("kind", obligation.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        entry.put("name", obligation.name());
        entry.put("pool", named(obligation.pool()));
        entry.put("at_start", amount(obligation.atStart()));
        entry.put("at_end", amount(obligation.atEnd()));
        return entry;
    }

    private static Map<String, Object> isolated(IsolatedCost event) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("event", event.event());
        entry.put("with", amount(event.with()));
        entry.put("without", amount(event.without()));
        entry.put("cost", amount(event.cost()));
        return entry;
    }

    private static String named(String name) {
        return name.isEmpty() ? SHARED : name;
    }

    private static BigDecimal amount(Money money) {
        return Figures.plain(money.amount());
    }
}
