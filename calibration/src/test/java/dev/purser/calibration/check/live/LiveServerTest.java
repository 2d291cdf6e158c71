package dev.purser.calibration.check.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.calibration.models.Batch;
import dev.purser.simulator.serving.BatchingSpec;
import dev.purser.simulator.units.Nanos;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.factory.Nd4j;

/** The server with a scorer that only notes what it was given. Requests have 4 samples, batches at most 10. */
class LiveServerTest {
    private static final Batch INPUT = new Batch(4, List.of(Nd4j.zeros(4, 1)), Optional.empty());

    private final List<Integer> batches = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch gate = new CountDownLatch(1);

    @Test
    void requestsThatWaitAreBatchedUpToTheLargestBatch() throws InterruptedException {
        try (LiveServer server = new LiveServer(this::waitAndNote, new BatchingSpec(10, 0, List.of()), 1, 0)) {
            List<LiveRequest> first = requests(1);
            server.offer(first);
            while (batches.isEmpty()) {
                Thread.onSpinWait();
            }
            List<LiveRequest> others = requests(5);
            server.offer(others);
            gate.countDown();
            server.awaitIdle();
            assertEquals(List.of(1, 2, 2, 1), batches);
            assertTrue(first.get(0).answeredNanos() <= others.get(0).answeredNanos());
            assertEquals(others.get(0).answeredNanos(), others.get(1).answeredNanos());
            assertTrue(others.get(1).answeredNanos() <= others.get(2).answeredNanos());
        }
    }

    /** One request waits for company as long as it may; its latency holds that wait. */
    @Test
    void aRequestWaitsForCompany() throws InterruptedException {
        long wait = 30 * Nanos.MILLISECOND;
        try (LiveServer server = new LiveServer(this::note, new BatchingSpec(10, wait, List.of()), 1, 0)) {
            List<LiveRequest> one = requests(1);
            server.offer(one);
            server.awaitIdle();
            assertTrue(one.get(0).latencyNanos() >= wait);
            List<LiveRequest> three = requests(3);
            server.offer(three);
            server.awaitIdle();
            assertEquals(List.of(1, 2, 1), batches);
        }
    }

    @Test
    void allModelInstancesWork() throws InterruptedException {
        CountDownLatch both = new CountDownLatch(2);
        Scorer scorer = parts -> {
            both.countDown();
            await(both);
            return new float[0];
        };
        try (LiveServer server = new LiveServer(scorer, new BatchingSpec(4, 0, List.of()), 2, 0)) {
            server.offer(requests(2));
            server.awaitIdle();
            assertEquals(0, both.getCount());
        }
    }

    /** Who has to wake up is not told from outside; that nobody who polls misses work is: soon, after 60 ms, with others. */
    @ParameterizedTest
    @CsvSource({"1, 0", "1, 3", "2, 0", "3, 3"})
    void instancesThatPollServeAll(int instances, long waitMillis) throws InterruptedException {
        BatchingSpec batching = new BatchingSpec(10, waitMillis * Nanos.MILLISECOND, List.of());
        try (LiveServer server = new LiveServer(this::note, batching, instances, 20 * Nanos.MILLISECOND)) {
            for (long pause : new long[] {0, 1, 60, 0}) {
                Thread.sleep(pause);
                List<LiveRequest> some = requests(3);
                server.offer(some);
                server.awaitIdle();
                for (LiveRequest each : some) {
                    assertTrue(each.answeredNanos() >= each.startedNanos());
                    assertTrue(each.startedNanos() >= each.sentNanos());
                }
            }
            assertEquals(12, batches.stream().mapToInt(Integer::intValue).sum());
        }
    }

    /** What came after a failure would wait for ever. */
    @Test
    void aBrokenServerTakesNothing() {
        Scorer broken = parts -> {
            throw new IllegalArgumentException("no such table");
        };
        try (LiveServer server =
                new LiveServer(broken, new BatchingSpec(10, 0, List.of()), 1, 20 * Nanos.MILLISECOND)) {
            server.offer(requests(1));
            assertThrows(IllegalStateException.class, server::awaitIdle);
            assertThrows(IllegalStateException.class, () -> server.offer(requests(1)));
        }
    }

    @Test
    void whatTheModelFailsWithIsTold() {
        Scorer broken = parts -> {
            throw new IllegalArgumentException("no such table");
        };
        try (LiveServer server = new LiveServer(broken, new BatchingSpec(10, 0, List.of()), 1, 0)) {
            server.offer(requests(1));
            var failure = assertThrows(IllegalStateException.class, server::awaitIdle);
            assertTrue(failure.getMessage().contains("no such table"));
        }
    }

    private float[] note(List<Batch> parts) {
        batches.add(parts.size());
        return new float[0];
    }

    private float[] waitAndNote(List<Batch> parts) {
        note(parts);
        await(gate);
        return new float[0];
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<LiveRequest> requests(int count) {
        List<LiveRequest> requests =
                IntStream.range(0, count).mapToObj(i -> new LiveRequest(INPUT)).toList();
        requests.forEach(request -> {
            request.intend(System.nanoTime());
            request.send(request.intendedNanos());
        });
        return requests;
    }
}
