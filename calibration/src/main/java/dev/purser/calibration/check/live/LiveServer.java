package dev.purser.calibration.check.live;

import dev.purser.simulator.serving.BatchingSpec;
import dev.purser.simulator.units.Check;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A server as the simulator models one: a queue in order of arrival, dynamic batching (see {@link BatchingSpec}; no
 * preferred sizes), and model instances, each a thread that takes a batch, scores it and answers all of its requests.
 */
final class LiveServer implements AutoCloseable {
    private static final long LOOK_NANOS = 200_000;
    private static final long SLEEP_NANOS = 100_000;

    private final Scorer scorer;
    private final BatchingSpec batching;
    private final long pollNanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Condition idle = lock.newCondition();
    private final ArrayDeque<LiveRequest> queue = new ArrayDeque<>();
    private final List<Thread> instances = new ArrayList<>();
    private volatile long offers;
    private long waitingSamples;
    private volatile int inFlight;
    private volatile boolean closed;
    private volatile @Nullable Throwable failure;

    /**
     * @param pollNanos how long an instance without work looks for some before it sleeps
     */
    LiveServer(Scorer scorer, BatchingSpec batching, int modelInstances, long pollNanos) {
        Check.that(batching.preferredSizes().isEmpty(), "preferred sizes", batching.preferredSizes(), "must be none");
        this.scorer = scorer;
        this.batching = batching;
        this.pollNanos = pollNanos;
        for (int i = 0; i < modelInstances; i++) {
            Thread instance = new Thread(this::serve, "model-instance-" + i);
            instance.setDaemon(true);
            instances.add(instance);
            instance.start();
        }
    }

    /** Puts {@code requests} into the queue. */
    void offer(List<LiveRequest> requests) {
        lock.lock();
        try {
            refuseIfBroken();
            for (LiveRequest request : requests) {
                queue.add(request);
                waitingSamples += request.samples();
                inFlight++;
            }
            changed.signal();
        } finally {
            lock.unlock();
        }
        offers++;
    }

    private void refuseIfBroken() {
        if (failure != null) {
            throw new IllegalStateException("the model failed: " + failure.getMessage(), failure);
        }
    }

    /**
     * Waits until all requests are answered; throws what a model instance failed with. Where instances poll, the caller looks
     * and sleeps in turn, as a sender does between requests: its core is awake, yet the system finds it free now and then.
     */
    void awaitIdle() throws InterruptedException {
        while (pollNanos > 0 && isBusy()) {
            long until = System.nanoTime() + LOOK_NANOS;
            while (isBusy() && until - System.nanoTime() > 0) {
                Thread.onSpinWait();
            }
            if (isBusy()) {
                LockSupport.parkNanos(SLEEP_NANOS);
            }
        }
        lock.lock();
        try {
            while (inFlight > 0 && failure == null) {
                idle.await();
            }
            refuseIfBroken();
        } finally {
            lock.unlock();
        }
    }

    private boolean isBusy() {
        return inFlight > 0 && failure == null && !Thread.currentThread().isInterrupted();
    }

    private void serve() {
        try {
            List<LiveRequest> batch = take();
            while (!batch.isEmpty()) {
                long started = System.nanoTime();
                batch.forEach(request -> request.start(started));
                scorer.score(batch.stream().map(LiveRequest::input).toList());
                long now = System.nanoTime();
                batch.forEach(request -> request.answer(now));
                answered(batch.size());
                batch = take();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error broken) {
            fail(broken);
        }
    }

    /** The next batch; empty when the server is closed. */
    private List<LiveRequest> take() throws InterruptedException {
        long pollUntil = System.nanoTime() + pollNanos;
        lock.lock();
        try {
            while (!closed && !isDue()) {
                if (pollUntil - System.nanoTime() > 0) {
                    poll(pollUntil);
                } else {
                    await();
                }
            }
            return closed ? List.of() : fill();
        } finally {
            lock.unlock();
        }
    }

    /** Looks, without the lock, until there are more requests, until those that wait have waited enough, or until then. */
    private void poll(long untilNanos) {
        long seen = offers;
        long until = queue.isEmpty() ? untilNanos : Math.min(untilNanos, System.nanoTime() + leftToWaitNanos());
        lock.unlock();
        try {
            while (offers == seen && !closed && until - System.nanoTime() > 0) {
                Thread.onSpinWait();
            }
        } finally {
            lock.lock();
        }
    }

    private boolean isDue() {
        return !queue.isEmpty() && (waitingSamples >= batching.largestBatch() || leftToWaitNanos() <= 0);
    }

    private void await() throws InterruptedException {
        if (queue.isEmpty()) {
            changed.await();
        } else {
            changed.await(leftToWaitNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private long leftToWaitNanos() {
        return queue.getFirst().sentNanos() + batching.longestWaitNanos() - System.nanoTime();
    }

    private List<LiveRequest> fill() {
        List<LiveRequest> batch = new ArrayList<>();
        long samples = 0;
        while (!queue.isEmpty()
                && (batch.isEmpty() || samples + queue.getFirst().samples() <= batching.largestBatch())) {
            LiveRequest request = queue.removeFirst();
            samples += request.samples();
            batch.add(request);
        }
        waitingSamples -= samples;
        if (!queue.isEmpty()) {
            changed.signal();
        }
        return batch;
    }

    private void answered(int requests) {
        lock.lock();
        try {
            inFlight -= requests;
            if (inFlight == 0) {
                idle.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void fail(Throwable broken) {
        lock.lock();
        try {
            failure = broken;
            idle.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Stops the model instances; requests that wait are dropped. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        for (Thread instance : instances) {
            join(instance);
        }
    }

    private static void join(Thread instance) {
        try {
            instance.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
