package dev.purser.simulator.serving;

import dev.purser.simulator.engine.Simulation;
import java.util.ArrayList;
import java.util.List;

/**
 * What the model instances of one replica run on. Batches that run at once share its speed as the law says: whenever
 * one starts or ends, the work left of the others is brought up to date and their ends move.
 */
final class Device {
    private final Simulation simulation;
    private final List<ModelInstance> free = new ArrayList<>();
    private final List<ModelInstance> running = new ArrayList<>();
    private BatchClock clock;
    private long updatedNanos;
    private long busyNanos;

    Device(Simulation simulation, Replica replica, int modelInstances) {
        this.simulation = simulation;
        for (int i = 0; i < modelInstances; i++) {
            free.add(new ModelInstance(replica));
        }
    }

    void setClock(BatchClock clock) {
        this.clock = clock;
    }

    boolean hasFree() {
        return !free.isEmpty();
    }

    boolean isIdle() {
        return running.isEmpty();
    }

    /** Takes a free model instance; {@link #start} must follow. */
    ModelInstance take() {
        return free.remove(free.size() - 1);
    }

    void start(ModelInstance instance, int samples) {
        progress();
        instance.workNanos = clock.nextNanos(samples);
        running.add(instance);
        reschedule();
    }

    void end(ModelInstance instance) {
        progress();
        running.remove(instance);
        free.add(instance);
        reschedule();
    }

    /** Time so far in which a batch ran. */
    long busyNanos() {
        long since = running.isEmpty() ? 0 : simulation.nowNanos() - updatedNanos;
        return busyNanos + since;
    }

    private void progress() {
        long elapsed = simulation.nowNanos() - updatedNanos;
        updatedNanos = simulation.nowNanos();
        if (running.isEmpty()) {
            return;
        }
        busyNanos += elapsed;
        double done = elapsed * clock.speedOfEach(running.size());
        for (int i = 0; i < running.size(); i++) {
            running.get(i).workNanos -= done;
        }
    }

    private void reschedule() {
        if (running.isEmpty()) {
            return;
        }
        double speed = clock.speedOfEach(running.size());
        for (int i = 0; i < running.size(); i++) {
            ModelInstance instance = running.get(i);
            long left = Math.max(0, Math.round(instance.workNanos / speed));
            simulation.schedule(instance, simulation.nowNanos() + left);
        }
    }
}
