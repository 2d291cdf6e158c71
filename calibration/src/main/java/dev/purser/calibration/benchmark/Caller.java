package dev.purser.calibration.benchmark;

import dev.purser.calibration.models.Batch;
import dev.purser.calibration.models.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Control;
import org.openjdk.jmh.infra.ThreadParams;

/** One thread that sends call after call, and the times of its calls. */
@State(Scope.Thread)
public class Caller {
    /** Even; what a round holds beyond it is thinned. */
    private static final int MOST_TIMES = 4096;

    private static final long REST_NANOS = 2_000_000;

    private final CallTimes times = new CallTimes(MOST_TIMES);
    private final List<Batch> batches = new ArrayList<>();
    private int index;
    private int turn;
    private boolean training;
    private boolean alone;
    private boolean ready;
    private Optional<Model> ownModel = Optional.empty();

    /** Takes its place among the callers. */
    @Setup(Level.Trial)
    public void register(ThreadParams thread, SharedWork work) {
        index = thread.getThreadIndex();
        work.register(index, this);
    }

    /** Makes the batches of the round. */
    @Setup(Level.Iteration)
    public void prepare(SharedWork work) {
        times.clear();
        turn = 0;
        work.current().filter(this::takesPart).ifPresent(measured -> prepare(measured, work));
    }

    private void prepare(Case measured, SharedWork work) {
        try {
            training = measured.phase() == Phase.TRAIN;
            alone = measured.threads() == 1;
            if (training && ownModel.isEmpty()) {
                ownModel = Optional.of(work.ownModel());
            }
            int inTurn = Batch.inTurn(measured.batch());
            for (int i = 0; i < inTurn; i++) {
                Memory.check();
                batches.add(work.model().batch(measured.batch(), inTurn * work.batchSeed(index) + i));
            }
            ready = true;
        } catch (RuntimeException | OutOfMemoryError cause) {
            work.fail(cause);
        }
    }

    private boolean takesPart(Case measured) {
        return index < measured.threads();
    }

    /** One call, timed while all callers of the round are at work; a rest if this one has no part in it. */
    float call(SharedWork work, Control control) {
        if (!ready || work.failed()) {
            LockSupport.parkNanos(REST_NANOS);
            return 0;
        }
        // A caller that is alone waits for nobody: of a long call there may be one in a round, while others still rest.
        boolean counts = alone || control.startMeasurement && !control.stopMeasurement;
        try {
            Batch batch = batches.get(turn++ % batches.size());
            long begin = System.nanoTime();
            float answer = answer(batch, work);
            long nanos = System.nanoTime() - begin;
            if (counts) {
                times.add(Math.max(1, nanos));
            }
            return answer;
        } catch (RuntimeException | OutOfMemoryError cause) {
            work.fail(cause);
            return 0;
        }
    }

    private float answer(Batch batch, SharedWork work) {
        if (training) {
            ownModel.orElseThrow().train(batch);
            return 0;
        }
        float[] scores = work.model().score(batch);
        return scores[scores.length - 1];
    }

    /** Gives the batches' memory back. */
    @TearDown(Level.Iteration)
    public void release() {
        batches.forEach(Batch::close);
        batches.clear();
        ready = false;
    }

    /** Times of the round's calls, in nanoseconds. */
    long[] nanos() {
        return times.nanos();
    }
}
