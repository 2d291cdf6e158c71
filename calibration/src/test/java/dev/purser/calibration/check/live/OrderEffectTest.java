package dev.purser.calibration.check.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Batches of 1, 2, 4 and 8 requests take 1, 2, 4 and 8 ms on the way up and down, twice as long in the second round. */
class OrderEffectTest {
    /**
     * In the order of the load batches of 2 take a tenth longer, those of 3 (3 ms by the line) a fifth longer, those of 4 a half.
     * Of each there are ten in each gap but for 4, of which there are four: too few in all. Batches of 3 count with those
     * of 2; both have the same weight. The machine's speed is no effect.
     */
    @Test
    void theFactorIsThatOfAllRounds() {
        OrderEffect effect = OrderEffect.of(List.of(around(1e6), around(2e6)));
        assertEquals(1.15, effect.factor(2), 1e-9);
        assertEquals(1.15, effect.factor(4), 1e-9, "that of the next smaller");
        assertEquals(1.15, effect.factor(8), 1e-9);
        assertEquals(1.15, effect.factor(1), 1e-9, "that of the next larger");
    }

    /** One of the 80 takes 50 ms more. */
    @Test
    void stallsAreNoEffect() {
        AroundLoad stalled = around(1e6);
        stalled.after().afterLoad().add(2, 50e6);
        assertEquals(1.15, OrderEffect.of(List.of(stalled, around(2e6))).factor(2), 1e-9);
    }

    @Test
    void withoutEnoughThereIsNone() {
        AroundLoad few = new AroundLoad(times(1e6), times(1e6));
        few.before().beforeLoad().add(2, 9e6);
        few.after().beforeLoad().add(2, 9e6);
        assertEquals(1, OrderEffect.of(List.of(few)).factor(2));
    }

    /** What was measured for the next load, or after the last, is none of this one's. */
    @Test
    void otherLoadsDoNotCount() {
        AroundLoad around = around(1e6);
        for (int i = 0; i < 50; i++) {
            around.before().afterLoad().add(2, 9e6);
            around.after().beforeLoad().add(2, 9e6);
        }
        assertEquals(1.15, OrderEffect.of(List.of(around, around(2e6))).factor(2), 1e-9);
    }

    private static AroundLoad around(double nanos) {
        AroundLoad around = new AroundLoad(times(nanos), times(nanos));
        addCourse(around.before().beforeLoad(), nanos);
        addCourse(around.after().afterLoad(), nanos);
        return around;
    }

    private static void addCourse(TimesByCount course, double nanos) {
        for (int i = 0; i < 10; i++) {
            course.add(2, 1.1 * 2 * nanos);
            course.add(3, 1.2 * 3 * nanos);
        }
        for (int i = 0; i < 4; i++) {
            course.add(4, 1.5 * 4 * nanos);
        }
    }

    private static IdleTimes times(double nanos) {
        IdleTimes times = new IdleTimes();
        for (int requests : new int[] {1, 2, 4, 8}) {
            for (int i = 0; i < 20; i++) {
                times.batches().add(requests, requests * nanos);
            }
        }
        return times;
    }
}
