package dev.purser.scenarios.format.scenario;

import dev.purser.scenarios.format.section.Format;
import dev.purser.scenarios.format.section.Key.Default;
import dev.purser.scenarios.format.section.Shapes;
import dev.purser.scenarios.format.section.Value;
import dev.purser.scenarios.format.units.Counts;
import dev.purser.scenarios.format.units.Durations;
import dev.purser.scenarios.format.units.Words;
import dev.purser.simulator.hardware.ProfileEntry;
import dev.purser.simulator.serving.BatchingSpec;
import java.util.Comparator;
import java.util.Map;

/**
 * Reads {@code batching} of a service.
 *
 * @param laws service times by pool
 */
record BatchingFormat(Value<Map<String, ProfileEntry>> laws) {

    Format<BatchingSpec> format() {
        return new Format<>("batching", "How requests become batches; sizes count samples: candidates.", in -> {
            var largest = in.key("largest", Counts.SMALL.atLeast("1").like("4096"), "largest batch, in samples")
                    .orElse("the largest size measured", () -> {
                        ProfileEntry least = narrowest();
                        return new Default(Integer.toString(least.law().largestBatch()), "profile: " + least.label());
                    });
            var wait = in.key(
                            "longest-wait",
                            Durations.NANOS,
                            "how long a request waits for company while an instance of the model is free")
                    .orElse("2 ms");
            var preferred = in.key(
                            "preferred",
                            Shapes.list(Counts.SMALL.atLeast("1")),
                            "sizes that start at once when they can be filled, in samples, rising")
                    .orElse("[]");
            var extrapolate = in.key(
                            "extrapolate", Words.TRUTH, "whether batches may be larger than the largest measured one")
                    .orElse("false");
            in.check(() -> checkRange(largest, extrapolate));
            return in.build(() -> new BatchingSpec(largest.get(), wait.get(), preferred.get()));
        });
    }

    private ProfileEntry narrowest() {
        return laws.get().values().stream()
                .min(Comparator.comparingInt((ProfileEntry entry) -> entry.law().largestBatch()))
                .orElseThrow();
    }

    private void checkRange(Value<Integer> largest, Value<Boolean> extrapolate) {
        ProfileEntry least = narrowest();
        if (largest.get() > least.law().largestBatch() && !extrapolate.get()) {
            throw largest.refused("got " + largest.get() + ", must be at most "
                    + least.law().largestBatch() + ", the largest measured of " + least.label()
                    + "; `extrapolate: true` lifts this");
        }
    }
}
