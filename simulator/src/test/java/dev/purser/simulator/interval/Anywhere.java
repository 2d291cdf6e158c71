package dev.purser.simulator.interval;

import dev.purser.simulator.serving.Replica;
import dev.purser.simulator.serving.ReplicaPlacer;

/** Room for every replica at once, in one pool. */
record Anywhere() implements ReplicaPlacer {
    @Override
    public void place(Replica replica) {
        replica.placed("pool", 0, true);
    }

    @Override
    public void release(Replica replica) {}
}
