package dev.purser.simulator.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.rows.RowStore;
import dev.purser.simulator.surface.SurfaceStore;
import dev.purser.simulator.traffic.RateEventSpec;
import dev.purser.simulator.units.Nanos;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The runs beside a run, without one event each. */
class RunsWithoutTest {
    /** Counts what other threads than the one that made it keep, and tells when that begins. */
    private static final class WatchedStore implements RowStore {
        private final Thread owner = Thread.currentThread();
        private final AtomicInteger ofOthers = new AtomicInteger();
        private final CountDownLatch begun = new CountDownLatch(1);
        private volatile Thread other = owner;

        @Override
        public Supplier<byte[]> keep(byte[] block) {
            if (Thread.currentThread() != owner) {
                ofOthers.incrementAndGet();
                other = Thread.currentThread();
                begun.countDown();
            }
            return () -> block;
        }

        /** Lets the other thread do what it has to do, whether it is one of a pool or not. */
        void awaitOther() throws InterruptedException {
            assertTrue(ForkJoinPool.commonPool().awaitQuiescence(1, TimeUnit.MINUTES));
            if (!(other instanceof ForkJoinWorkerThread)) {
                other.join();
            }
        }
    }

    /** The hours of four years make many blocks of each of three kinds; the first tells that the other run is under way. */
    @Test
    void theyEndWithTheRunTheyBelongTo() throws InterruptedException {
        WatchedStore store = new WatchedStore();
        TestScenario scenario = withEvent();
        scenario.horizonNanos = 1500 * Nanos.DAY;
        scenario.intervalNanos = Nanos.DAY;
        Progress failing = (nanos, requests) -> {
            await(store.begun);
            throw new IllegalStateException("the run fails");
        };
        var failure = assertThrows(IllegalStateException.class, () -> run(scenario, failing, store));
        assertEquals("the run fails", failure.getMessage());
        int kept = store.ofOthers.get();
        store.awaitOther();
        assertEquals(kept, store.ofOthers.get(), "nobody writes any more");
    }

    /** 1,230 intervals of each of two series make some blocks; nobody reads those of the other run. */
    @Test
    void theyKeepNoRowsThatNobodyReads() {
        WatchedStore store = new WatchedStore();
        TestScenario scenario = withEvent();
        scenario.intervalNanos = 10 * Nanos.SECOND;
        RunResult result = run(scenario, Progress.SILENT, store);
        assertEquals(2 * 1230, result.intervals().size());
        assertEquals(1, result.isolated().size());
        assertEquals(0, store.ofOthers.get());
    }

    private static void await(CountDownLatch begun) {
        try {
            assertTrue(begun.await(1, TimeUnit.MINUTES));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TestScenario withEvent() {
        var sale = new RateEventSpec("sale", Nanos.HOUR, 2 * Nanos.HOUR, 2, 0, 0, true);
        TestScenario scenario = new TestScenario();
        scenario.pipelines = List.of(
                TestScenario.pipeline("search", 0.001, List.of(sale), Optional.empty(), TestScenario.stage("ranking")));
        return scenario;
    }

    private static RunResult run(TestScenario scenario, Progress progress, RowStore store) {
        return Run.execute(scenario.spec(), progress, SurfaceStore.NONE, store);
    }
}
