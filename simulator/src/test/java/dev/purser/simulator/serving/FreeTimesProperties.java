package dev.purser.simulator.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** The tournament names the same times as a priority queue of all instances, ties and far times included. */
class FreeTimesProperties {

    @Property
    void firstIsThatOfAPriorityQueue(
            @ForAll @IntRange(min = 1, max = 70) int instances,
            @ForAll @Size(max = 300) List<@LongRange(min = 0, max = 5) Long> lengths,
            @ForAll @LongRange(min = 1, max = Long.MAX_VALUE / 2000) long unit) {
        FreeTimes free = new FreeTimes(instances);
        PriorityQueue<Long> expected = new PriorityQueue<>(Collections.nCopies(instances, 0L));
        for (long length : lengths) {
            assertEquals(expected.peek(), free.first());
            long until = expected.remove() + length * unit;
            expected.add(until);
            free.takeFirst(until);
        }
        assertEquals(expected.peek(), free.first());
    }
}
