package dev.purser.simulator.cost;

import static dev.purser.simulator.cost.Examples.RENTED;
import static dev.purser.simulator.cost.Examples.rentedAt;
import static dev.purser.simulator.cost.Examples.usd;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.simulator.units.Nanos;
import dev.purser.simulator.usage.Usage;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnitCostsTest {
    @Test
    void costIsPerThousandAnswers() {
        // One hour at 4 USD, half of it ranking's: 2 USD / 500 x 1,000 = 4; recall costs 0; all: 4 / 2,000 x 1,000 = 2.
        Usage usage = new Examples.Builder("2026-11-01T00:00:00Z", Nanos.HOUR)
                .lease(RENTED, 1, 0, Nanos.HOUR)
                .held(1, "ranking", 500_000, 0, Nanos.HOUR)
                .answered("ranking", 500)
                .answered("recall", 1500)
                .build();
        Ledger ledger = Pricing.price(usage, rentedAt("4"));
        assertEquals(Map.of("ranking", usd("4"), "recall", usd("0")), UnitCosts.byService(ledger, usage));
        assertEquals(Optional.of(usd("2")), UnitCosts.total(ledger, usage));
    }

    @Test
    void withoutAnswersThereIsNoUnitCost() {
        assertEquals(Optional.empty(), UnitCosts.perThousand(usd("1"), 0));
    }
}
