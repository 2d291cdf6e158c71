package dev.purser.simulator.serving;

import dev.purser.simulator.engine.Simulation;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.LongStream;

/**
 * What the model instances of one replica run on. Where it matters how long one had nothing to do, the one that has for longest
 * is taken. Batches that run at once share its speed as the law says. A virtual
 * clock advances at the speed of each of them: a batch ends when that clock has advanced by the time the batch takes
 * alone, and only a change of speed moves the ends of the others. A batch may spend a first part of its time beside the
 * device, where it takes nobody's speed and has all of its own. Where batches at once do not share anything, a batch
 * simply ends after its time.
 */
final class Device {
    private final Simulation simulation;
    private final ModelInstance[] instances;
    private final ModelInstance[] free;
    private int freeCount;
    private int beforeDevice;
    private BatchClock clock;
    private double speed = 1;
    private double virtualNanos;
    private long updatedNanos;
    private long busyNanos;
    private long batches;

    Device(Simulation simulation, BatchingWorker worker, int modelInstances) {
        this.simulation = simulation;
        this.instances = new ModelInstance[modelInstances];
        for (int i = 0; i < modelInstances; i++) {
            instances[i] = new ModelInstance(worker, this);
        }
        this.free = instances.clone();
        this.freeCount = modelInstances;
    }

    void setClock(BatchClock clock) {
        this.clock = clock;
    }

    boolean hasFree() {
        return freeCount > 0;
    }

    /** Takes a free model instance; {@link #start} must follow. */
    ModelInstance take() {
        if (clock.hasPauses()) {
            longestIdleLast();
        }
        return free[--freeCount];
    }

    private void longestIdleLast() {
        int longest = 0;
        for (int i = 1; i < freeCount; i++) {
            longest = free[i].endedNanos < free[longest].endedNanos ? i : longest;
        }
        ModelInstance taken = free[longest];
        free[longest] = free[freeCount - 1];
        free[freeCount - 1] = taken;
    }

    void start(ModelInstance instance, int samples) {
        advance(running() - 1);
        instance.running = true;
        instance.startOrder = batches++;
        long idleNanos = simulation.nowNanos() - instance.endedNanos;
        if (clock.isShared()) {
            startShared(instance, samples, idleNanos);
        } else {
            double aloneNanos = clock.nextNanos(samples, idleNanos);
            simulation.schedule(instance, simulation.nowNanos() + BatchClock.rounded(aloneNanos));
        }
    }

    /** Pauses are spent before the device: others have it to themselves meanwhile. */
    private void startShared(ModelInstance instance, int samples, long idleNanos) {
        double computingNanos = clock.computingNanos(samples);
        double hostNanos = clock.hostNanos(samples, computingNanos);
        double beforeNanos = hostNanos + clock.pausedNanos(computingNanos, idleNanos);
        instance.deviceNanos = computingNanos - hostNanos;
        if (beforeNanos > 0) {
            instance.beforeDevice = true;
            beforeDevice++;
            simulation.schedule(instance, simulation.nowNanos() + BatchClock.rounded(beforeNanos));
        } else {
            compute(instance);
        }
    }

    /** The batch of {@code instance} reaches the device. */
    void reach(ModelInstance instance) {
        advance(running());
        instance.beforeDevice = false;
        beforeDevice--;
        compute(instance);
    }

    private void compute(ModelInstance instance) {
        instance.endVirtualNanos = virtualNanos + instance.deviceNanos;
        if (!speedChanged()) {
            scheduleEnd(instance);
        }
    }

    void end(ModelInstance instance) {
        advance(running());
        instance.endedNanos = simulation.nowNanos();
        instance.running = false;
        free[freeCount++] = instance;
        speedChanged();
    }

    /** Stops all batches for good, and returns the tickets that were in them, in the order they started. */
    LongStream stop() {
        advance(running());
        LongStream tickets = Arrays.stream(instances)
                .filter(each -> each.running)
                .sorted(Comparator.comparingLong(each -> each.startOrder))
                .flatMapToLong(ModelInstance::tickets);
        for (ModelInstance instance : instances) {
            simulation.cancel(instance);
        }
        freeCount = instances.length;
        return tickets;
    }

    /** Time so far in which a batch ran. */
    long busyNanos() {
        return busyNanos + (running() == 0 ? 0 : simulation.nowNanos() - updatedNanos);
    }

    private int running() {
        return instances.length - freeCount;
    }

    /** Brings both clocks up to now; {@code ran} batches ran until now. */
    private void advance(int ran) {
        long elapsed = simulation.nowNanos() - updatedNanos;
        updatedNanos = simulation.nowNanos();
        if (ran > 0) {
            busyNanos += elapsed;
            virtualNanos += elapsed * speed;
        }
    }

    /** Takes over the speed that goes with the batches running now; if it is another one, all ends move. */
    private boolean speedChanged() {
        int computing = running() - beforeDevice;
        double now = computing == 0 ? 1 : clock.speedOfEach(computing);
        if (now == speed) {
            return false;
        }
        speed = now;
        for (ModelInstance instance : instances) {
            if (instance.running && !instance.beforeDevice) {
                scheduleEnd(instance);
            }
        }
        return true;
    }

    private void scheduleEnd(ModelInstance instance) {
        double virtualLeft = instance.endVirtualNanos - virtualNanos;
        double left = speed == 1 ? virtualLeft : virtualLeft / speed;
        simulation.schedule(instance, simulation.nowNanos() + BatchClock.rounded(left));
    }
}
