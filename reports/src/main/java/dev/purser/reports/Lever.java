package dev.purser.reports;

import static dev.purser.reports.text.Numbers.money;
import static dev.purser.reports.text.Numbers.percent;

import dev.purser.simulator.cost.Charge;
import dev.purser.simulator.units.Money;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the figures themselves suggest to look at first. The rules are tried in order: a service short of room where an
 * objective is missed, then capacity nobody uses, then the line that dominates the bill.
 */
final class Lever {
    /** Idle capacity below this share of the hardware is the price of being ready. */
    private static final double IDLE_WORTH_SAYING = 0.25;

    /** A line above this share of the bill dominates it. */
    private static final double DOMINANT = 0.4;

    private static final List<Function<RunFacts, Optional<String>>> RULES =
            List.of(Lever::shortOfRoom, Lever::idle, Lever::dominant);

    private Lever() {}

    static Optional<String> first(RunFacts facts) {
        return RULES.stream().flatMap(rule -> rule.apply(facts).stream()).findFirst();
    }

    private static Optional<String> shortOfRoom(RunFacts facts) {
        boolean missed = facts.objectives().stream().anyMatch(check -> !check.kept());
        return missed
                ? Busiest.of(facts.result()).map(busiest -> "the first lever: " + busiest.advice())
                : Optional.empty();
    }

    private static Optional<String> idle(RunFacts facts) {
        double share = RunFacts.share(facts.idle(), facts.hardware());
        return share < IDLE_WORTH_SAYING
                ? Optional.empty()
                : Optional.of("the first lever: idle capacity, " + money(facts.monthly(facts.idle())) + " a month or "
                        + percent(share) + " of the hardware");
    }

    private static Optional<String> dominant(RunFacts facts) {
        return facts.result().ledger().totalBy(Charge::item).entrySet().stream()
                .max(Comparator.comparing(
                        (Map.Entry<String, Money> entry) -> entry.getValue().amount()))
                .filter(entry -> RunFacts.share(entry.getValue(), facts.total()) >= DOMINANT)
                .map(entry -> "the largest part of the bill: " + entry.getKey() + ", "
                        + percent(RunFacts.share(entry.getValue(), facts.total())));
    }
}
