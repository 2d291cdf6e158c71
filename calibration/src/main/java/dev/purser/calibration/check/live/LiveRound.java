package dev.purser.calibration.check.live;

import java.util.List;

/**
 * One turn of all loads.
 *
 * @param idle the idle server before them
 * @param capacityPerSecond requests per second with full batches one after the other, before them
 * @param loads what was sent at each
 */
record LiveRound(IdleTimes idle, double capacityPerSecond, List<Sent> loads) {
    LiveRound {
        loads = List.copyOf(loads);
    }
}
