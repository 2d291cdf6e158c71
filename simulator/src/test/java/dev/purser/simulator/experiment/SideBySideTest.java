package dev.purser.simulator.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SideBySideTest {
    private static final int STEPS = 1000;

    /** Counts its steps and notices if two threads are in it at a time. */
    private static final class Counted implements SideBySide.Task {
        private final AtomicBoolean busy = new AtomicBoolean();
        private final IntConsumer action;
        private int steps;
        private boolean alone = true;

        Counted(IntConsumer action) {
            this.action = action;
        }

        @Override
        public boolean advance() {
            alone &= busy.compareAndSet(false, true);
            steps++;
            try {
                action.accept(steps);
            } finally {
                busy.set(false);
            }
            return steps < STEPS;
        }

        @Override
        public double share() {
            return (double) steps / STEPS;
        }
    }

    @Test
    void eachTakesAllItsStepsAndNoTwoAtATime() {
        List<Counted> tasks =
                IntStream.range(0, 7).mapToObj(i -> new Counted(step -> {})).toList();
        SideBySide.run(tasks);
        tasks.forEach(task -> assertEquals(STEPS, task.steps));
        tasks.forEach(task -> assertTrue(task.alone));
    }

    @Test
    void theFurthestBehindComesFirst() throws Exception {
        List<Counted> tasks = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            tasks.add(new Counted(
                    step -> tasks.forEach(other -> assertTrue(other.steps >= step - 1, "nobody is two steps behind"))));
        }
        onOneThread(tasks);
        tasks.forEach(task -> assertEquals(STEPS, task.steps));
    }

    @Test
    void whereOneFailsTheOthersStop() {
        OutOfMemoryError failure = new OutOfMemoryError("of the test");
        List<Counted> tasks = new ArrayList<>(List.of(new Counted(step -> {
            if (step == 3) {
                throw failure;
            }
        })));
        IntStream.range(0, 20).forEach(i -> tasks.add(new Counted(step -> {})));
        assertSame(failure, assertThrows(OutOfMemoryError.class, () -> onOneThread(tasks)));
        tasks.forEach(task -> assertTrue(task.steps <= 3));
    }

    /** With two threads one task is in the middle of a step when the other fails; with one they take turns. */
    @Test
    void aFailureComesOutWhenNoneGoesOn() throws Exception {
        CountDownLatch failed = new CountDownLatch(1);
        AtomicBoolean inStep = new AtomicBoolean();
        AtomicBoolean stepOver = new AtomicBoolean();
        Counted failing = new Counted(step -> {
            if (inStep.get() || step == STEPS) {
                failed.countDown();
                throw new IllegalStateException("of the test");
            }
            Thread.yield();
        });
        Counted slow = new Counted(step -> {
            inStep.set(true);
            await(failed);
            stepOver.set(true);
        });
        ForkJoinPool two = new ForkJoinPool(2);
        try {
            var run = two.submit(
                    () -> assertThrows(IllegalStateException.class, () -> SideBySide.run(List.of(failing, slow))));
            assertEquals("of the test", run.get().getMessage());
            assertEquals(inStep.get(), stepOver.get());
            assertFalse(slow.busy.get());
        } finally {
            two.shutdown();
        }
    }

    /** Gives up where both tasks have one thread, so that nobody will ever fail. */
    private static void await(CountDownLatch failed) {
        try {
            failed.await(1, TimeUnit.SECONDS);
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void nothingToDo() {
        SideBySide.run(List.of());
    }

    /** As where there is one core: all threads of the run are this one, one after the other. */
    private static void onOneThread(List<Counted> tasks) throws Exception {
        ForkJoinPool one = new ForkJoinPool(1);
        try {
            Error[] failure = {null};
            one.submit(() -> {
                        try {
                            SideBySide.run(tasks);
                        } catch (Error e) {
                            failure[0] = e;
                        }
                    })
                    .get();
            if (failure[0] != null) {
                throw failure[0];
            }
        } finally {
            one.shutdown();
        }
    }
}
