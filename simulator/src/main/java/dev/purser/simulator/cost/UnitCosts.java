package dev.purser.simulator.cost;

import dev.purser.simulator.units.Check;
import dev.purser.simulator.units.Money;
import dev.purser.simulator.usage.RequestCount;
import dev.purser.simulator.usage.Usage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Effective cost per 1,000 answered requests, be it in full, by fallback or from cache. */
public final class UnitCosts {
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private UnitCosts() {}

    /** {@code cost} / {@code answered} x 1,000; empty when nothing was answered. */
    public static Optional<Money> perThousand(Money cost, long answered) {
        Check.atLeast(answered, 0, "answered requests");
        if (answered == 0) {
            return Optional.empty();
        }
        BigDecimal amount = cost.amount()
                .multiply(THOUSAND)
                .divide(BigDecimal.valueOf(answered), Money.SCALE, RoundingMode.HALF_EVEN);
        return Optional.of(new Money(amount, cost.currency()));
    }

    /**
     * Each service's own lines / requests it answered x 1,000. Shared cost and idle time are in none of them; services
     * that answered nothing are left out.
     */
    public static Map<String, Money> byService(Ledger ledger, Usage usage) {
        Map<String, Money> costs = ledger.byService();
        Map<String, Money> perThousand = new TreeMap<>();
        answered(usage)
                .forEach((service, answered) -> perThousand(
                                costs.getOrDefault(service, Money.zero(ledger.currency())), answered)
                        .ifPresent(cost -> perThousand.put(service, cost)));
        return perThousand;
    }

    /**
     * The whole bill / requests answered by all services x 1,000. A user's request that passes three services counts
     * three times here; {@link #perThousand} takes the count of user requests where it is known.
     */
    public static Optional<Money> total(Ledger ledger, Usage usage) {
        long answered =
                answered(usage).values().stream().mapToLong(Long::longValue).sum();
        return perThousand(ledger.total(), answered);
    }

    /** Requests answered by each service. */
    public static Map<String, Long> answered(Usage usage) {
        Map<String, Long> answered = new TreeMap<>();
        for (RequestCount count : usage.answered()) {
            answered.merge(count.service(), count.answered(), Math::addExact);
        }
        return answered;
    }
}
