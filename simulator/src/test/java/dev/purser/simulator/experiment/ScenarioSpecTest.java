package dev.purser.simulator.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.purser.simulator.fleet.IncidentSpec;
import dev.purser.simulator.fleet.TestPool;
import dev.purser.simulator.serving.TestService;
import dev.purser.simulator.units.Nanos;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two of one name would share their random numbers, unnoticed where they are apart. */
class ScenarioSpecTest {
    private final TestScenario scenario = new TestScenario();

    @BeforeEach
    void twoPools() {
        scenario.pools = List.of(TestPool.rented("pool", 1, 1, 0), TestPool.rented("other", 1, 1, 0));
    }

    @Test
    void namesAreUnique() {
        scenario.pipelines = List.of(scenario.pipelines.get(0), scenario.pipelines.get(0));
        assertRefused("names of pipelines: got search, must be unique");
        scenario.pipelines = scenario.pipelines.subList(0, 1);
        scenario.services = List.of(
                TestService.of("ranking", "pool").spec(),
                TestService.of("ranking", "other").spec());
        assertRefused("names of services: got ranking, must be unique");
        scenario.services = scenario.services.subList(0, 1);
        scenario.incidents = List.of(incident("pool"), incident("other"));
        assertRefused("names of incidents: got loss, must be unique");
        scenario.incidents = List.of();
        scenario.pools = List.of(scenario.pools.get(0), scenario.pools.get(0));
        assertRefused("names of pools: got pool, must be unique");
    }

    @Test
    void anIncidentStrikesAKnownPool() {
        scenario.incidents = List.of(incident("puddle"));
        assertRefused("pool of incident loss: got puddle, must be one of [pool, other]");
    }

    private void assertRefused(String message) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, scenario::spec).getMessage());
    }

    private static IncidentSpec incident(String pool) {
        return new IncidentSpec("loss", pool, Nanos.HOUR, 0.5, Nanos.MINUTE);
    }
}
