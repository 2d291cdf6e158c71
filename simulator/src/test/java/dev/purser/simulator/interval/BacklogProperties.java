package dev.purser.simulator.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;

class BacklogProperties {
    /** Whoever comes is served, rejected, or still there. */
    @Property
    void nobodyIsLost(
            @ForAll @NotEmpty List<@IntRange(max = 100_000) Integer> arrivals,
            @ForAll @IntRange(min = 1, max = 50) int replicas,
            @ForAll @DoubleRange(min = 0.1, max = 1000) double perSecond,
            @ForAll @DoubleRange(min = 1, max = 100_000) double places,
            @ForAll @DoubleRange(min = 0, max = 1) double filled) {
        double first = filled * places * replicas;
        Backlog backlog = new Backlog(TestSaturation.of(perSecond, 0), places, first, replicas);
        double came = first;
        double gone = 0;
        for (int next : arrivals) {
            Backlog.Passed passed = backlog.pass(next, 1);
            came += next;
            gone += passed.served() + passed.rejected();
            assertTrue(passed.rejected() >= 0 && passed.rejected() <= next, passed.toString());
            assertTrue(backlog.requests() >= 0 && backlog.requests() <= places * replicas);
        }
        assertEquals(came, gone + backlog.requests(), 1e-9 * came);
    }
}
