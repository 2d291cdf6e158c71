package dev.purser.simulator.interval;

import dev.purser.simulator.serving.ReplicaSet;
import dev.purser.simulator.serving.Work;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What replicas did for requests that were followed, shared out among the ready replicas of their pool. */
final class FollowedWork {
    private final List<ReplicaSet> sets;
    private final Map<String, Work> before = new HashMap<>();
    private boolean active;

    FollowedWork(List<ReplicaSet> sets) {
        this.sets = sets;
    }

    /** From now on requests are followed. */
    void begin() {
        active = true;
    }

    /** Shares out what was done since the last call; {@code goesOn} says whether more will come. */
    void shareOut(boolean goesOn) {
        if (active) {
            sets.forEach(set -> set.spec().pools().forEach(pool -> shareOut(set, pool)));
            active = goesOn || outstanding() > 0;
        }
    }

    private void shareOut(ReplicaSet set, String pool) {
        Work now = set.followed(pool);
        Work earlier = before.put(set.spec().name() + "\0" + pool, now);
        int ready = set.readyIn(pool);
        if (ready > 0) {
            set.shared(pool)
                    .add(now.since(earlier == null ? Work.NONE : earlier).times(1.0 / ready));
        }
    }

    /** Attempts waiting or in service at replicas. */
    long outstanding() {
        return sets.stream().mapToLong(ReplicaSet::outstanding).sum();
    }
}
