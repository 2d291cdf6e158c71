package dev.purser.calibration.check.live;

import dev.purser.simulator.units.Check;
import java.util.List;

/**
 * One turn of all loads.
 *
 * @param idle the idle server before each load and after the last
 * @param capacities requests per second with full batches one after the other, before each load
 * @param loads what was sent at each
 */
record LiveRound(List<IdleTimes> idle, List<Double> capacities, List<Sent> loads) {
    LiveRound {
        idle = List.copyOf(idle);
        capacities = List.copyOf(capacities);
        loads = List.copyOf(loads);
        Check.that(idle.size() == loads.size() + 1, "idle times", idle.size(), "must be one more than loads");
        Check.that(capacities.size() == loads.size(), "capacities", capacities.size(), "must be as many as loads");
    }

    /** The idle server right before and right after a load. */
    AroundLoad around(int load) {
        return new AroundLoad(idle.get(load), idle.get(load + 1));
    }

    /** The idle server, of the whole turn. */
    IdleRounds allIdle() {
        return new IdleRounds(idle);
    }
}
