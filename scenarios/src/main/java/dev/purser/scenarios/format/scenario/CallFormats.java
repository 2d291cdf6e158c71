package dev.purser.scenarios.format.scenario;

import dev.purser.scenarios.format.section.Format;
import dev.purser.scenarios.format.section.Key.Default;
import dev.purser.scenarios.format.section.Shape;
import dev.purser.scenarios.format.section.Shapes;
import dev.purser.scenarios.format.units.Counts;
import dev.purser.scenarios.format.units.Durations;
import dev.purser.scenarios.format.units.Shares;
import dev.purser.simulator.serving.RetrySpec;

/** What surrounds a call of a service: cache, retries, fallback. */
final class CallFormats {
    /** A cache in front of a service. */
    record Cache(double hitRatio, long nanos) {}

    static final Format<Cache> CACHE = new Format<>("cache", "A cache in front of the replicas.", in -> {
        var hits = in.key("hit-ratio", Shares.FRACTIONS, "share of the requests it answers")
                .required();
        var latency =
                in.key("latency", Durations.NANOS, "time of such an answer").orElse("1 ms");
        return in.build(() -> new Cache(hits.get(), latency.get()));
    });

    static final Shape<RetrySpec> RETRY =
            new Format<>("retry", "What a caller does after a rejection or a timeout.", in -> {
                var attempts = in.key("attempts", Counts.SMALL.atLeast("2").atMost("20"), "attempts in all")
                        .required();
                var backoff = in.key("backoff", Durations.NANOS, "wait before the second attempt")
                        .orElse("20 ms");
                var multiplier = in.key(
                                "multiplier", Counts.REAL.atLeast("1"), "growth of the wait from one to the next")
                        .orElse("2");
                var longest = in.key("longest-backoff", Durations.NANOS, "upper limit of the wait")
                        .orElse(
                                "1 s, or `backoff` if that is longer",
                                () -> new Default(Durations.print(Math.max(1_000_000_000L, backoff.get())), "default"));
                var jitter = in.key(
                                "jitter", Shares.FRACTIONS, "half-width of the random spread, as a share of the wait")
                        .orElse("50 %");
                in.check(() -> {
                    if (longest.get() < backoff.get()) {
                        throw longest.refused("got " + Durations.print(longest.get())
                                + ", must not be shorter than `backoff`, " + Durations.print(backoff.get()));
                    }
                });
                return in.build(() ->
                        new RetrySpec(attempts.get(), backoff.get(), multiplier.get(), longest.get(), jitter.get()));
            });

    static final Shape<Long> FALLBACK =
            Shapes.shorthand("latency", new Format<>("fallback", "The answer given when all attempts failed.", in -> {
                var latency =
                        in.key("latency", Durations.NANOS, "time it takes").required();
                return in.build(latency::get);
            }));

    private CallFormats() {}
}
