package dev.purser.simulator.serving;

import dev.purser.simulator.units.Check;
import java.util.List;

/**
 * Dynamic batching. A batch's size counts samples: the sum of the candidates of its requests, which are taken in order
 * of arrival and never split. A model instance that is free starts a batch as soon as at least one of the preferred
 * sizes (the largest batch is always one) waits, filled up to the largest of those; else when the oldest request has
 * waited {@code longestWaitNanos}. A single request larger than the largest batch runs alone, in as many passes as it
 * needs.
 *
 * @param largestBatch largest batch, in samples
 * @param longestWaitNanos longest time a request waits for company while an instance is free; 0 starts at once
 * @param preferredSizes sizes, in samples, rising; may be empty
 */
public record BatchingSpec(int largestBatch, long longestWaitNanos, List<Integer> preferredSizes) {
    public BatchingSpec {
        Check.positive(largestBatch, "largest batch (samples)");
        Check.atLeast(longestWaitNanos, 0, "longest wait");
        for (int i = 0; i < preferredSizes.size(); i++) {
            Check.atLeast(
                    preferredSizes.get(i), i == 0 ? 1 : preferredSizes.get(i - 1) + 1, "preferred size " + (i + 1));
            Check.that(
                    preferredSizes.get(i) <= largestBatch,
                    "preferred size " + (i + 1),
                    preferredSizes.get(i),
                    "must not pass the largest batch " + largestBatch);
        }
        preferredSizes = List.copyOf(preferredSizes);
    }
}
