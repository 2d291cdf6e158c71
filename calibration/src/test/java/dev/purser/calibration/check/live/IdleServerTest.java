package dev.purser.calibration.check.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Which numbers of requests are measured on the idle server. */
class IdleServerTest {
    @Test
    void smallNumbersAllLargeOnesInEighths() {
        assertArrayEquals(new int[] {1, 2, 4, 8, 12}, IdleServer.called(12));
        assertArrayEquals(IntStream.rangeClosed(1, 12).toArray(), IdleServer.batched(12));
        assertArrayEquals(
                IntStream.concat(IntStream.rangeClosed(1, 16), IntStream.of(18, 20, 22, 24, 26, 28, 30, 32, 36, 40, 41))
                        .toArray(),
                IdleServer.batched(41));
    }

    /** What the server adds to a call is the difference of the two. */
    @Property
    void whateverIsCalledIsBatchedToo(@ForAll @IntRange(min = 1, max = 100_000) int most) {
        List<Integer> batched = IntStream.of(IdleServer.batched(most)).boxed().toList();
        assertTrue(batched.containsAll(
                IntStream.of(IdleServer.called(most)).boxed().toList()));
        assertEquals(batched.stream().sorted().distinct().toList(), batched);
        assertEquals(most, batched.get(batched.size() - 1));
    }
}
