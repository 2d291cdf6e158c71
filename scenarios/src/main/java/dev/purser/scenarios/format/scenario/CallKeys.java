package dev.purser.scenarios.format.scenario;

import dev.purser.scenarios.format.scenario.CallFormats.Cache;
import dev.purser.scenarios.format.section.ScalarType;
import dev.purser.scenarios.format.section.Section;
import dev.purser.scenarios.format.section.Shapes;
import dev.purser.scenarios.format.section.Value;
import dev.purser.scenarios.format.units.Counts;
import dev.purser.scenarios.format.units.Durations;
import dev.purser.scenarios.format.units.Words;
import dev.purser.simulator.serving.LoadBalancers;
import dev.purser.simulator.serving.RetrySpec;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.stream.Collectors;

/** The keys that say how it is called. */
final class CallKeys {
    private static final ScalarType<String> BALANCER = Words.oneOf(
            "balancer",
            LoadBalancers.labels().stream()
                    .collect(Collectors.toMap(label -> label, label -> label, (a, b) -> a, LinkedHashMap::new)));

    final Value<String> balancer;
    final Value<Integer> queueLimit;
    final Value<Optional<Long>> timeout;
    final Value<Boolean> cancel;
    final Value<Optional<RetrySpec>> retry;
    final Value<Optional<Cache>> cache;
    final Value<Optional<Long>> fallback;

    CallKeys(Section in) {
        balancer = in.key("balancer", BALANCER, "how requests choose a replica").orElse("least-outstanding");
        queueLimit = in.key(
                        "queue-limit",
                        Counts.SMALL.atLeast("1").like("200"),
                        "requests that may wait at one replica; beyond it they are rejected")
                .orElse("1000");
        timeout = in.key(
                        "timeout",
                        Shapes.orNone(Durations.NANOS.above("0 s")),
                        "how long the caller waits for an attempt")
                .orElse("none");
        cancel = in.key(
                        "cancel-on-timeout",
                        Words.TRUTH,
                        "whether an attempt that timed out while it waited is taken out of the queue")
                .orElse("false");
        retry = in.key("retry", Shapes.orNone(CallFormats.RETRY), "what the caller does after a failed attempt")
                .orElse("none");
        cache = in.key("cache", Shapes.orNone(CallFormats.CACHE), "a cache in front of the replicas")
                .orElse("none");
        fallback = in.key(
                        "fallback",
                        Shapes.orNone(CallFormats.FALLBACK),
                        "answer given when all attempts failed; none lets the request fail")
                .orElse("none");
    }

    void checkCancel() {
        if (cancel.get() && timeout.get().isEmpty()) {
            throw cancel.refused("got true, must come with a `timeout`: without one nothing is cancelled");
        }
    }
}
