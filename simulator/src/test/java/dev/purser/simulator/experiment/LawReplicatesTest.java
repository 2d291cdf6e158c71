package dev.purser.simulator.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.purser.simulator.fleet.TestPool;
import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.Pauses;
import dev.purser.simulator.hardware.ProfileEntry;
import dev.purser.simulator.hardware.ServiceTimeLaw;
import dev.purser.simulator.hardware.Spread;
import dev.purser.simulator.serving.ServiceSpec;
import dev.purser.simulator.serving.TestService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LawReplicatesTest {
    private static final ProfileEntry TWO = MeasuredLaws.measured(law(1), times(11, 12));
    private static final ProfileEntry THREE = MeasuredLaws.measured(law(2), times(21, 22, 23));
    private static final ProfileEntry NONE = MeasuredLaws.measured(law(3), List.of());
    private static final ProfileEntry IMPORTED = MeasuredLaws.imported(law(4));

    @Test
    void thereAreAsManyAsEveryRedrawnLawCarries() {
        assertEquals(2, LawReplicates.of(List.of(THREE, IMPORTED, TWO, NONE)).available());
        assertEquals(3, LawReplicates.of(List.of(THREE)).available());
        assertEquals(0, LawReplicates.of(List.of(IMPORTED, NONE)).available());
        assertEquals(0, LawReplicates.of(List.of()).available());
    }

    @Test
    void lawsWithoutRedrawsAreNotCovered() {
        LawReplicates laws = LawReplicates.of(List.of(IMPORTED, TWO, NONE, THREE));
        assertEquals(List.of(TWO, THREE), laws.covered());
        assertEquals(List.of(IMPORTED, NONE), laws.notCovered());
    }

    @Test
    void aReplicateHasTheRedrawOfItsNumberInEveryLaw() {
        LawReplicates laws = LawReplicates.of(List.of(TWO, THREE, IMPORTED));
        ScenarioSpec scenario = scenario(TWO, IMPORTED, THREE, TWO);
        assertEquals(List.of(11.0, 4.0, 21.0, 11.0), millis(laws.replicate(scenario, 0)));
        assertEquals(List.of(12.0, 4.0, 22.0, 12.0), millis(laws.replicate(scenario, 1)));
        assertThrows(IllegalArgumentException.class, () -> laws.replicate(scenario, 2));
    }

    @Test
    void nothingButTheMeanTimeIsRedrawn() {
        ServiceTimeLaw redrawn = law(LawReplicates.of(List.of(TWO)).replicate(scenario(TWO), 1), 0);
        assertEquals(law(12), redrawn);
    }

    private static ServiceTimeLaw law(double millis) {
        return new ServiceTimeLaw(time(millis), new Spread.LogNormal(0.1), 64, List.of(1.0, 1.4))
                .withHostTime(Optional.of(new BatchTime.Affine(1e5, 0)))
                .withPauses(Optional.of(new Pauses(5e4, 2, new double[] {1e6, 2e6})));
    }

    private static BatchTime time(double millis) {
        return new BatchTime.Affine(millis * 1e6, 0);
    }

    private static List<BatchTime> times(double... millis) {
        return IntStream.range(0, millis.length).mapToObj(i -> time(millis[i])).toList();
    }

    /** A service for each entry. */
    private static ScenarioSpec scenario(ProfileEntry... entries) {
        TestScenario scenario = new TestScenario();
        scenario.pools = List.of(TestPool.rented("pool", 3, 3, 60));
        scenario.services = IntStream.range(0, entries.length)
                .mapToObj(i -> TestService.of("service-" + i, "pool").spec().withLaws(Map.of("pool", entries[i].law())))
                .toList();
        return scenario.spec();
    }

    private static List<Double> millis(ScenarioSpec scenario) {
        return IntStream.range(0, scenario.services().size())
                .mapToObj(i -> law(scenario, i).time().meanNanos(1) / 1e6)
                .toList();
    }

    private static ServiceTimeLaw law(ScenarioSpec scenario, int service) {
        ServiceSpec spec = scenario.services().get(service);
        return spec.lawByPool().get("pool");
    }
}
