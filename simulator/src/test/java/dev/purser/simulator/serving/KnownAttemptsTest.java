package dev.purser.simulator.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much memory attempts on an express lane take, and what they are at the moment they come. */
class KnownAttemptsTest {
    private static final long WITHOUT_TICKET = ~0;

    private final Station station = new Station();
    private final KnownAttempts known = new KnownAttempts(1_000_000);
    private ExpressLane lane;
    private long added;

    /** A thousand wait all the time: there is room for at most three thousand. */
    @Test
    void roomFollowsWhatWaits() {
        prepare();
        for (int i = 0; i < 20_000; i++) {
            add(1000);
        }
        assertEquals(1000, sizeAt(added), 1);
        assertTrue(room() <= 3000, "room for " + room());
    }

    @Test
    void aLongQueueThatIsGoneLeavesNoRoom() {
        prepare();
        for (int i = 0; i < 100_000; i++) {
            add(1_000_000);
        }
        assertEquals(0, sizeAt(2_000_000));
        assertTrue(room() <= 512, "room for " + room());
    }

    /** One is served, one waits, and there is no place for the third. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatComesAtOneMomentFindsTheFirstInService(boolean express) {
        station.queueLimit = 1;
        prepare();
        station.set.setExpress(express);
        for (int i = 0; i < 3; i++) {
            station.pipeline.arrive(-1);
        }
        station.level.catchUp();
        assertEquals(1, station.pipeline.tally().totalOutcomes().rejected());
        assertEquals(2, station.set.outstanding());
    }

    private void prepare() {
        station.prepare(20261122, 0);
        lane = new ExpressLane(
                station.simulation, station.set, station.set.replicas().get(0));
    }

    /** Another one comes, a nanosecond after the last, and is served for no time after {@code waitNanos}. */
    private void add(long waitNanos) {
        if (known.isFull()) {
            known.settle(added, lane);
            known.makeRoom();
        }
        known.add(added, added + waitNanos, added + waitNanos, 1, WITHOUT_TICKET);
        added++;
    }

    private int sizeAt(long nanos) {
        known.settle(nanos, lane);
        return known.size();
    }

    /** For how many there is room in all. */
    private int room() {
        known.makeRoom();
        while (!known.isFull()) {
            known.add(added, Long.MAX_VALUE, Long.MAX_VALUE, 1, WITHOUT_TICKET);
        }
        return known.size();
    }
}
