package dev.purser.simulator.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.statistics.GoodnessOfFit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/** Statistical checks here raise a false alarm with probability 1 in 10,000 each. */
class RandomStreamsTest {
    private static final double FALSE_ALARM = 1e-4;

    @Test
    void sameTripleSameNumbers() {
        assertArrayEquals(
                draws(new RandomStreams(5, 2).stream("traffic/search"), 100),
                draws(new RandomStreams(5, 2).stream("traffic/search"), 100));
        assertArrayEquals(
                draws(new RandomStreams(5, 2).substream("traffic/search", 9), 100),
                draws(new RandomStreams(5, 2).substream("traffic/search", 9), 100));
    }

    /** What others draw, and which streams there are besides, changes nothing. */
    @Test
    void streamsDoNotDisturbEachOther() {
        RandomStreams crowded = new RandomStreams(5, 2);
        draws(crowded.stream("a"), 17);
        draws(crowded.substream("b", 0), 17);
        assertArrayEquals(draws(new RandomStreams(5, 2).stream("b"), 100), draws(crowded.stream("b"), 100));
    }

    @Test
    void eachStreamHasOneOwner() {
        RandomStreams streams = new RandomStreams(5, 2);
        streams.stream("fleet/boot");
        var refused = assertThrows(IllegalStateException.class, () -> streams.stream("fleet/boot"));
        assertEquals("random stream fleet/boot has an owner already", refused.getMessage());
    }

    /**
     * Streams that differ in seed, replication, name or index alone. The correlation of n independent pairs times
     * sqrt(n) is standard normal; the alarm is shared among all pairs.
     */
    @Test
    void differentStreamsAreUncorrelated() {
        List<double[]> streams = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            streams.add(draws(new RandomStreams(i, 0).stream("traffic"), 5000));
            streams.add(draws(new RandomStreams(-1, i).stream("traffic"), 5000));
            streams.add(draws(new RandomStreams(-1, 100).stream("traffic" + i), 5000));
            streams.add(draws(new RandomStreams(-1, 100).substream("traffic", i), 5000));
        }
        int pairs = streams.size() * (streams.size() - 1) / 2;
        double allowed = NormalDistribution.of(0, 1).inverseSurvivalProbability(FALSE_ALARM / 2 / pairs);
        for (int i = 0; i < streams.size(); i++) {
            for (int j = 0; j < i; j++) {
                double score = correlation(streams.get(i), streams.get(j)) * Math.sqrt(5000);
                assertTrue(Math.abs(score) < allowed, i + " and " + j + " are correlated: " + score);
            }
        }
    }

    /** First numbers of neighbouring replications and substreams are as good as numbers of one stream. */
    @Test
    void firstDrawsAreUniform() {
        double[] replications = IntStream.range(0, 20_000)
                .mapToDouble(i -> new RandomStreams(1, i).stream("a").nextDouble())
                .toArray();
        GoodnessOfFit.assertDistribution(replications, u -> u, FALSE_ALARM, "replications");
        RandomStreams streams = new RandomStreams(1, 0);
        double[] substreams = IntStream.range(0, 20_000)
                .mapToDouble(i -> streams.substream("a", i).nextDouble())
                .toArray();
        GoodnessOfFit.assertDistribution(substreams, u -> u, FALSE_ALARM, "substreams");
    }

    private static double correlation(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (one[i] - 0.5) * (other[i] - 0.5);
        }
        return sum / one.length * 12;
    }

    private static double[] draws(UniformRandomProvider random, int count) {
        return IntStream.range(0, count).mapToDouble(i -> random.nextDouble()).toArray();
    }
}
