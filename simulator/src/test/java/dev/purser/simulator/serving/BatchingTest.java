package dev.purser.simulator.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.Spread;
import dev.purser.simulator.units.Nanos;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A batch takes 10 ms + 1 ms per sample, so that latencies tell how batches were made. */
class BatchingTest {

    /** The fourth fills the batch at 3 ms; 14 ms later all are answered, at 17 ms. */
    @Test
    void fullBatchStartsAtOnce() {
        assertEquals(
                List.of("FULL 17", "FULL 16", "FULL 15", "FULL 14"),
                batching(4, 5).requests(0, 1, 2, 3).outcomes());
    }

    /** At 5 ms the first has waited long enough: two samples, 12 ms, until 17 ms. */
    @Test
    void elseTheOldestWaitsNoLongerThanTheLongestWait() {
        assertEquals(
                List.of("FULL 17", "FULL 15"), batching(4, 5).requests(0, 2).outcomes());
    }

    /** A batch of one from 5 to 16 ms; then those of 6 and 7 ms have waited enough: 12 ms, until 28 ms. */
    @Test
    void waitingWhileBusyCounts() {
        assertEquals(
                List.of("FULL 16", "FULL 22", "FULL 21"),
                batching(4, 5).requests(0, 6, 7).outcomes());
    }

    /** Two fill a batch from 2 to 14 ms; the third has company for no one: 5 + 20 ms, then 11 ms, until 36 ms. */
    @Test
    void eachBatchHasItsOwnWait() {
        assertEquals(
                List.of("FULL 14", "FULL 12", "FULL 31"),
                batching(2, 20).requests(0, 2, 5).outcomes());
    }

    @Test
    void withoutWaitWhatIsThereGoes() {
        assertEquals(
                List.of("FULL 11", "FULL 22", "FULL 21"),
                batching(4, 0).requests(0, 1, 2).outcomes());
    }

    /** Two samples are a preferred size: the batch starts at 3 ms and ends at 15 ms. */
    @Test
    void preferredSizeStartsAtOnce() {
        assertEquals(
                List.of("FULL 15", "FULL 12"),
                batching(8, 100, 2).requests(0, 3).outcomes());
    }

    /** One goes at once, until 11 ms; of the five then waiting four fill a preferred size, until 25 ms; then the last. */
    @Test
    void largestPreferredSizeThatCanBeFilled() {
        Timeline timeline = batching(8, 100, 1, 4).requests(0, 1, 2, 3, 4, 5);
        assertEquals(List.of("FULL 11", "FULL 24", "FULL 23", "FULL 22", "FULL 21", "FULL 31"), timeline.outcomes());
    }

    /** 5 + 5 samples do not fit into 8: the first goes alone, the second waits until 100 ms. */
    @Test
    void requestsAreNotSplit() {
        assertEquals(
                List.of("FULL 15", "FULL 115"),
                batching(8, 100).request(0, 5).request(0, 5).outcomes());
    }

    /** The small one would fit beside the first, but comes after the second: 5, then 5 + 3. */
    @Test
    void requestsDoNotOvertake() {
        assertEquals(
                List.of("FULL 15", "FULL 33", "FULL 33"),
                batching(8, 100).request(0, 5).request(0, 5).request(0, 3).outcomes());
    }

    /** 20 samples: two passes of 8 (18 ms each) and one of 4 (14 ms); the next request does not join the last. */
    @Test
    void oversizedRequestRunsAloneInPasses() {
        assertEquals(
                List.of("FULL 50", "FULL 61"),
                batching(8, 5).request(0, 20).request(0, 1).outcomes());
    }

    /** Nothing can join the small one: it goes at once, 11 ms, and the large one after it. */
    @Test
    void requestBeforeAnOversizedOneDoesNotWait() {
        assertEquals(
                List.of("FULL 11", "FULL 61"),
                batching(8, 100).request(0, 1).request(0, 20).outcomes());
    }

    @Test
    void batchesAndSamplesAreCounted() {
        Station station = station(8, 100);
        new Timeline(station).request(0, 5).request(0, 5).request(0, 3).outcomes();
        assertEquals(2, station.set.batches());
        assertEquals(13, station.set.samples());
        assertEquals(33 * Nanos.MILLISECOND, station.set.busyNanos());
    }

    private static Timeline batching(int largest, int waitMillis, Integer... preferred) {
        return new Timeline(station(largest, waitMillis, preferred));
    }

    private static Station station(int largest, int waitMillis, Integer... preferred) {
        Station station = new Station();
        station.time = new BatchTime.Affine(10 * Nanos.MILLISECOND, Nanos.MILLISECOND);
        station.spread = new Spread.None();
        station.batching = new BatchingSpec(largest, waitMillis * Nanos.MILLISECOND, List.of(preferred));
        return station;
    }
}
