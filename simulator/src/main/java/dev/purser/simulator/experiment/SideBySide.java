package dev.purser.simulator.experiment;

import java.util.Collection;
import java.util.Comparator;
import java.util.Queue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Tasks on as many cores as are free, each a step at a time and the one that is furthest behind first, so that all come
 * to their ends together. Where one fails the others stop after their steps.
 */
final class SideBySide {
    private final Queue<Task> waiting = new PriorityBlockingQueue<>(16, Comparator.comparingDouble(Task::share));
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    /** What can be interrupted, and go on upon another thread. */
    interface Task {
        /** Goes on by a step; false if that was the last. */
        boolean advance();

        /** How much of it is done, from 0 to 1. */
        double share();
    }

    private SideBySide() {}

    /** Does all of {@code tasks}; when it returns, or throws what one of them threw, none goes on. */
    static void run(Collection<? extends Task> tasks) {
        SideBySide cores = new SideBySide();
        cores.waiting.addAll(tasks);
        int threads = Math.min(tasks.size(), Runtime.getRuntime().availableProcessors());
        IntStream.range(0, threads).parallel().forEach(thread -> cores.work());
        cores.throwFailure();
    }

    private void work() {
        for (Task task = waiting.poll(); task != null; task = waiting.poll()) {
            try {
                if (task.advance()) {
                    waiting.add(task);
                }
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
            }
            if (failure.get() != null) {
                waiting.clear();
            }
        }
    }

    private void throwFailure() {
        Throwable first = failure.get();
        if (first instanceof Error error) {
            throw error;
        }
        if (first instanceof RuntimeException exception) {
            throw exception;
        }
    }
}
