package dev.purser.simulator.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.ServiceTimeLaw;
import dev.purser.simulator.hardware.Spread;
import dev.purser.simulator.random.DistributionSpec;
import dev.purser.simulator.scaling.FixedReplicasSpec;
import dev.purser.simulator.serving.BatchingSpec;
import dev.purser.simulator.serving.ResourceRequest;
import dev.purser.simulator.serving.RetrySpec;
import dev.purser.simulator.serving.ServiceSpec;
import dev.purser.simulator.serving.TestService;
import dev.purser.simulator.traffic.TrafficSpec;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CanonicalGroupTest {
    private static final ServiceSpec SERVICE = TestService.of("ranking", "pool").spec();

    /** Another value for every component of a service; one that is missing here fails the test. */
    private static final Map<String, Object> OTHERS = Map.ofEntries(
            Map.entry("name", "other"),
            Map.entry("model", "other"),
            Map.entry("lawByPool", Map.of("pool", law(new BatchTime.Table(new int[] {1}, new double[] {7})))),
            Map.entry("batching", new BatchingSpec(2, 0, List.of())),
            Map.entry("modelInstances", 2),
            Map.entry("request", new ResourceRequest(2000, 1L << 31, 1)),
            Map.entry("hostMilliCores", 500),
            Map.entry("balancer", "two-choices"),
            Map.entry("queueLimit", 7),
            Map.entry("timeoutNanos", OptionalLong.of(9)),
            Map.entry("cancelOnTimeout", true),
            Map.entry("retry", new RetrySpec(2, 1, 1, 1, 0)),
            Map.entry("cacheHitRatio", 0.25),
            Map.entry("cacheNanos", 17L),
            Map.entry("fallbackNanos", OptionalLong.of(3)),
            Map.entry("loadSeconds", new DistributionSpec.Fixed(9)),
            Map.entry("pools", List.of("pool", "second")),
            Map.entry("autoscaler", new FixedReplicasSpec(3)));

    private static final Set<String> IRRELEVANT =
            Set.of("name", "model", "request", "hostMilliCores", "loadSeconds", "autoscaler");

    static Stream<RecordComponent> components() {
        return Arrays.stream(ServiceSpec.class.getRecordComponents());
    }

    @ParameterizedTest
    @MethodSource("components")
    void theKeyKnowsWhatTheResponseDependsOnAndNothingElse(RecordComponent changed) throws Exception {
        ServiceSpec other = with(changed.getName(), OTHERS.get(changed.getName()));
        if (IRRELEVANT.contains(changed.getName())) {
            assertEquals(text(SERVICE), text(other));
        } else {
            assertNotEquals(text(SERVICE), text(other));
        }
    }

    @Test
    void lawsWithOtherNumbersHaveOtherKeys() throws Exception {
        assertNotEquals(
                text(with("lawByPool", Map.of("pool", law(table(1, 5))))),
                text(with("lawByPool", Map.of("pool", law(table(1, 6))))));
        assertEquals(
                text(with("lawByPool", Map.of("pool", law(table(1, 5))))),
                text(with("lawByPool", Map.of("pool", law(table(1, 5))))));
    }

    /** A map of several laws has no order of its own. */
    @Test
    void theOrderOfPoolsIsTheService() {
        ServiceSpec there = TestService.of("ranking", "a", "b", "c", "d").spec();
        ServiceSpec back = TestService.of("ranking", "d", "c", "b", "a").spec();
        assertEquals(text(there), text(back));
    }

    @Test
    void openTrafficIsKnownByTheStateAndClosedLoopsByTheirClients() {
        Group few = closed(10);
        assertNotEquals(
                CanonicalGroup.text(CanonicalGroup.of(few)), CanonicalGroup.text(CanonicalGroup.of(closed(11))));
        assertEquals(CanonicalGroup.text(CanonicalGroup.of(few)), CanonicalGroup.text(CanonicalGroup.of(closed(10))));
    }

    private static Group closed(int clients) {
        var traffic = new TrafficSpec.ClosedLoop(clients, new DistributionSpec.Fixed(1));
        return new Group(List.of(TestGroup.pipeline("requests", traffic, "ranking")), List.of(SERVICE));
    }

    private static String text(ServiceSpec service) {
        return CanonicalGroup.text(CanonicalGroup.of(TestGroup.of(service)));
    }

    private static BatchTime table(int size, double nanos) {
        return new BatchTime.PaddedSteps(new int[] {size}, new double[] {nanos});
    }

    private static ServiceTimeLaw law(BatchTime time) {
        return new ServiceTimeLaw(time, new Spread.None(), 1);
    }

    private static ServiceSpec with(String name, Object value) throws Exception {
        RecordComponent[] components = ServiceSpec.class.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = components[i].getName().equals(name)
                    ? value
                    : components[i].getAccessor().invoke(SERVICE);
        }
        if (name.equals("pools")) {
            ServiceTimeLaw law = SERVICE.lawByPool().get("pool");
            values[2] = Map.of("pool", law, "second", law);
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return ServiceSpec.class.getDeclaredConstructor(types).newInstance(values);
    }
}
