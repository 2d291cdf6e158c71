package dev.purser.scenarios.output;

import dev.purser.simulator.cost.Charge;
import dev.purser.simulator.cost.Ledger;
import dev.purser.simulator.experiment.IntervalRow;
import dev.purser.simulator.experiment.IsolatedCost;
import dev.purser.simulator.experiment.RunResult;
import dev.purser.simulator.units.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The money in {@code result.json}. All totals are effective cost; {@code billed} is the cash. */
final class CostSummary {
    /** The key of charges that belong to no single service or pool. */
    static final String SHARED = "(shared)";

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final int PLACES = Money.SCALE;

    private CostSummary() {}

    static Map<String, Object> of(RunResult result) {
        Ledger ledger = result.ledger();
        Moments moments = new Moments(result.scenario().calendar());
        Map<String, Object> cost = new LinkedHashMap<>();
        cost.put("currency", ledger.currency().getCurrencyCode());
        cost.put("effective", amount(ledger.total()));
        cost.put("billed", amount(ledger.billed()));
        cost.put("per_1000_answered_requests", perThousand(ledger.total(), answered(result.intervals())));
        cost.put("by_class", totals(ledger, charge -> charge.costClass().name().toLowerCase(Locale.ROOT)));
        cost.put("by_month", totals(ledger, charge -> moments.month(charge.fromNanos())));
        cost.put("by_service", totals(ledger, charge -> named(charge.service())));
        cost.put("by_pool", totals(ledger, charge -> named(charge.pool())));
        cost.put(
                "of_events",
                result.isolated().stream().map(CostSummary::isolated).toList());
        return cost;
    }

    /** Requests that users got an answer to, over the whole run, warm-up included. */
    private static long answered(List<IntervalRow> intervals) {
        return intervals.stream()
                .filter(row -> row.scope() == IntervalRow.Scope.PIPELINE)
                .mapToLong(row -> row.outcomes().answered())
                .sum();
    }

    /** Null where nothing was answered. */
    private static BigDecimal perThousand(Money cost, long requests) {
        return requests == 0
                ? null
                : cost.amount().multiply(THOUSAND).divide(BigDecimal.valueOf(requests), PLACES, RoundingMode.HALF_EVEN);
    }

    private static Map<String, BigDecimal> totals(Ledger ledger, Function<Charge, String> key) {
        Map<String, BigDecimal> totals = new LinkedHashMap<>();
        ledger.totalBy(key).forEach((name, total) -> totals.put(name, amount(total)));
        return totals;
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
