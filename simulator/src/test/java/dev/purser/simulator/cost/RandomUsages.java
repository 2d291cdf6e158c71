package dev.purser.simulator.cost;

import static dev.purser.simulator.cost.Examples.OWN;
import static dev.purser.simulator.cost.Examples.RENTED;
import static dev.purser.simulator.cost.Examples.SERVICES;

import dev.purser.simulator.units.Nanos;
import dev.purser.simulator.usage.Usage;
import java.time.ZonedDateTime;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/**
 * Random usages: up to 40 days in three zones, some over a change of daylight saving and months' ends; up to eight
 * rented leases with overlapping occupancies, two owned machines, transfers, busy times and answers.
 */
final class RandomUsages {
    private static final int STEPS = 1_000_000;

    private RandomUsages() {}

    static Arbitrary<Usage> all() {
        Arbitrary<ZonedDateTime> starts = Arbitraries.of(
                        "2026-10-20T00:00:00+02:00[Europe/Berlin]",
                        "2026-02-27T13:17:05.123456789-05:00[America/New_York]",
                        "2026-11-01T00:00:00Z")
                .map(ZonedDateTime::parse);
        return Combinators.combine(starts, horizons(), spans(8), spans(20), spans(10))
                .as(RandomUsages::usage)
                .withoutEdgeCases();
    }

    private static Arbitrary<Long> horizons() {
        Arbitrary<Long> tiny = Arbitraries.longs().between(1, 1000);
        Arbitrary<Long> usual =
                Arbitraries.longs().between(1, 40 * Nanos.DAY).withDistribution(RandomDistribution.uniform());
        return Arbitraries.frequencyOf(Tuple.of(1, tiny), Tuple.of(9, usual));
    }

    /** A stretch of time with a number to it; {@code from} and {@code length} in millionths of what holds it. */
    record Span(int from, int length, int number) {
        long fromNanos(long start, long until) {
            return start + share(until - start, from);
        }

        long untilNanos(long start, long until) {
            long begin = fromNanos(start, until);
            return begin + share(until - begin, length);
        }

        private static long share(long nanos, int millionths) {
            return (long) (nanos * (millionths / (double) STEPS));
        }
    }

    private static Arbitrary<List<Span>> spans(int most) {
        Arbitrary<Integer> uniform =
                Arbitraries.integers().between(0, STEPS).withDistribution(RandomDistribution.uniform());
        Arbitrary<Integer> steps = Arbitraries.frequencyOf(Tuple.of(1, Arbitraries.of(0, STEPS)), Tuple.of(9, uniform));
        return Combinators.combine(steps, steps, steps).as(Span::new).list().ofMaxSize(most);
    }

    private static Usage usage(
            ZonedDateTime start, long horizon, List<Span> leases, List<Span> occupancies, List<Span> periods) {
        Examples.Builder usage = new Examples.Builder(start, horizon).machines(2);
        usage.lease(OWN, 100, 0, horizon).lease(OWN, 101, 0, horizon);
        for (int i = 0; i < leases.size(); i++) {
            usage.lease(
                    RENTED,
                    i,
                    leases.get(i).fromNanos(0, horizon),
                    leases.get(i).untilNanos(0, horizon));
        }
        for (Span span : occupancies) {
            hold(usage, span, leases, horizon);
        }
        for (Span span : periods) {
            consume(usage, span, horizon);
        }
        return usage.build();
    }

    private static void hold(Examples.Builder usage, Span span, List<Span> leases, long horizon) {
        String service = SERVICES.get(span.number() % SERVICES.size());
        if (span.number() % 3 == 0 || leases.isEmpty()) {
            usage.held(
                    100 + span.number() % 2,
                    service,
                    span.number(),
                    span.fromNanos(0, horizon),
                    span.untilNanos(0, horizon));
            return;
        }
        int lease = span.number() % leases.size();
        long from = leases.get(lease).fromNanos(0, horizon);
        long until = leases.get(lease).untilNanos(0, horizon);
        usage.held(lease, service, span.number(), span.fromNanos(from, until), span.untilNanos(from, until));
    }

    private static void consume(Examples.Builder usage, Span span, long horizon) {
        long from = span.fromNanos(0, horizon);
        long until = span.untilNanos(0, horizon);
        usage.busy(OWN, SERVICES.get(span.number() % SERVICES.size()), from, until, (until - from) / 2);
        usage.answered("ranking", span.number());
        if (from + Nanos.HOUR <= horizon) {
            usage.moved("cloud", "internet", from, span.number() * 1_000_003L);
            usage.moved("hall", "cloud", from, span.number());
        }
    }
}
