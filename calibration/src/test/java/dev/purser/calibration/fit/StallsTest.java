package dev.purser.calibration.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.simulator.hardware.Pauses;
import dev.purser.simulator.hardware.Spread;
import dev.purser.simulator.random.RandomStreams;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StallsTest {
    /**
     * 15 calls of 1 ms and 5 of a second: 250 stalls in a second of computing, 250 times as long as it. A law may have ten
     * times as long, so there are ten.
     */
    @Test
    void aMachineThatStandsStillGivesWhatALawMayHave() {
        double[] round = filled(20, 1e6);
        Arrays.fill(round, 0, 5, 1e6 + 1e9);
        Pauses stalls =
                Stalls.among(List.of(Rounds.ofOneProcess(8, List.of(round)))).orElseThrow();
        assertEquals(10, stalls.stallsPerSecond());
        assertEquals(10.0 / 11, stalls.stalledShare(), 1e-12);
    }

    /** 999 calls of 1 ms and one of 6: a stall of 5 ms in a second of computing. */
    @Test
    void oneStallByHand() {
        double[] round = filled(1000, 1e6);
        round[500] = 6e6;
        Rounds rounds = Rounds.ofOneProcess(8, List.of(round));
        assertEquals(Optional.of(new Pauses(0, 1, new double[] {5e6})), Stalls.among(List.of(rounds)));
        assertArrayEquals(
                filled(999, 1e6),
                Stalls.without(rounds).rounds().get(0).callers().get(0));
    }

    /** 0.9 ms too many are scatter; and so is what eight times the distance of the quartiles explains. */
    @Test
    void scatterIsNoStall() {
        double[] small = filled(100, 1e6);
        small[3] = 1.9e6;
        double[] wide = new double[100];
        Arrays.setAll(wide, i -> i < 50 ? 10e6 : 12e6);
        wide[99] = 25e6;
        List<Rounds> cases = List.of(Rounds.ofOneProcess(1, List.of(small)), Rounds.ofOneProcess(2, List.of(wide)));
        assertEquals(Optional.empty(), Stalls.among(cases));
        assertEquals(100, Stalls.without(cases.get(0)).count());
        assertEquals(100, Stalls.without(cases.get(1)).count());
    }

    /**
     * A second of calls of 1 ms with stalls of 2 and 8 ms, and two seconds of calls of 20 ms whose quartiles lie 0.5 ms
     * apart, so that only stalls above 4 ms stand out, with one of 8 ms: those of 8 ms come twice in three seconds, the one
     * of 2 ms once in one. Of the sum of 5/3 a second they are 2/5 and 3/5.
     */
    @Test
    void aStallCountsForTheTimeThatCouldHaveShownIt() {
        double[] shortCalls = filled(1000, 1e6);
        shortCalls[10] = 3e6;
        shortCalls[20] = 9e6;
        double[] longCalls = new double[100];
        Arrays.setAll(longCalls, i -> i % 2 == 0 ? 19.75e6 : 20.25e6);
        longCalls[50] = 19.75e6 + 8e6;
        Rounds wide = Rounds.ofOneProcess(1024, List.of(longCalls));
        Pauses found = Stalls.among(List.of(Rounds.ofOneProcess(1, List.of(shortCalls)), wide))
                .orElseThrow();
        assertEquals(5.0 / 3, found.stallsPerSecond(), 0.01);
        assertArrayEquals(new double[] {2e6, 2e6, 8e6}, found.stallNanos());
        assertEquals(99, Stalls.without(wide).count());
    }

    /**
     * Two models, 10 seconds of calls of 1 ms each, with 40 and 160 stalls of 5 ms: 10 a second where 100 are expected of each.
     * The ratios 0.4 and 1.6 have a variance of 0.36, of which chance explains 1/100; so 0.35 / (0.35 + 0.01) = 35/36 of
     * each model's own deviation is its own.
     */
    @Test
    void aModelHasItsOwnShareOfTheDevicesStalls() {
        List<List<Rounds>> models = List.of(model(40), model(160));
        List<Optional<Pauses>> each = Stalls.ofEach(models);
        assertEquals(10 * (1 - 0.6 * 35 / 36), each.get(0).orElseThrow().stallsPerSecond(), 1e-6);
        assertEquals(10 * (1 + 0.6 * 35 / 36), each.get(1).orElseThrow().stallsPerSecond(), 1e-6);
        assertArrayEquals(
                new double[] {5e6},
                Arrays.stream(each.get(0).orElseThrow().stallNanos()).distinct().toArray());
        assertEquals(List.of(Optional.empty()), Stalls.ofEach(List.of(model(0))));
    }

    private static List<Rounds> model(int stalls) {
        double[] round = filled(10_000, 1e6);
        for (int i = 0; i < stalls; i++) {
            round[50 * i] = 6e6;
        }
        return List.of(Rounds.ofOneProcess(1, List.of(round)));
    }

    /** Quartiles of a handful of calls say nothing: such a round loses no call and does not count. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 19})
    void roundsOfFewCallsAreLeftAlone(int calls) {
        double[] round = filled(calls, 1e6);
        round[calls - 1] = 50e6;
        Rounds rounds = Rounds.ofOneProcess(8, List.of(round));
        assertEquals(Optional.empty(), Stalls.among(List.of(rounds)));
        assertEquals(calls, Stalls.without(rounds).count());
    }

    /**
     * 40,000 calls of 1 ms, lognormal with sigma 0.05, under 5 stalls a second of 2 or 8 ms: 200 stalls are found with a
     * standard error of 14 (seed 20261205, chosen beforehand; 4 of them: a false alarm 6 in 100,000). What is left has the
     * mean 1 ms within 4 x 0.05 / 200 = 0.1 %.
     */
    @Test
    void recoversWhatWasPutIn() {
        Pauses wanted = new Pauses(0, 5, new double[] {2e6, 8e6});
        RandomStreams streams = new RandomStreams(20261205, 0);
        Spread.Factor factor = new Spread.LogNormal(0.05).create(streams.stream("factor"));
        Pauses.Sampler stalls = wanted.create(streams.stream("stalls"));
        double[] round = new double[40_000];
        for (int i = 0; i < round.length; i++) {
            double computing = 1e6 * factor.next(1);
            round[i] = computing + stalls.during(computing);
        }
        Rounds rounds = Rounds.ofOneProcess(8, List.of(round));
        Pauses found = Stalls.among(List.of(rounds)).orElseThrow();
        assertEquals(5, found.stallsPerSecond(), 4 * 14 / 40.0);
        assertEquals(wanted.stalledShare(), found.stalledShare(), 4 * Math.sqrt(200 * 34) / 40_000);
        assertEquals(1e6, Stalls.without(rounds).meanNanos(), 1e3);
    }

    private static double[] filled(int count, double nanos) {
        double[] round = new double[count];
        Arrays.fill(round, nanos);
        return round;
    }
}
