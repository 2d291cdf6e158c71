package dev.purser.simulator.interval;

import dev.purser.simulator.serving.ReplicaSet;
import dev.purser.simulator.serving.Work;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * What ready replicas did for requests that were followed, shared out among those of a pool. What they still do for such
 * requests once a group is calm again is left out: a calm interval's work is that of all requests that come in it, and
 * in the steady state as much is in flight at its end.
 */
final class FollowedWork {
    private final List<ReplicaSet> sets;
    private final Map<String, Work> before = new HashMap<>();

    FollowedWork(List<ReplicaSet> sets) {
        this.sets = sets;
    }

    /** From now on requests are followed. */
    void begin() {
        forEachPool((set, pool) -> before.put(key(set, pool), set.followed(pool)));
    }

    /** Shares out what was done since the last call. */
    void shareOut() {
        forEachPool(this::shareOut);
    }

    private void shareOut(ReplicaSet set, String pool) {
        Work now = set.followed(pool);
        Work earlier = before.put(key(set, pool), now);
        int ready = set.readyIn(pool);
        if (ready > 0) {
            set.shared(pool).add(now.since(earlier).times(1.0 / ready));
        }
    }

    private void forEachPool(BiConsumer<ReplicaSet, String> action) {
        sets.forEach(set -> set.spec().pools().forEach(pool -> action.accept(set, pool)));
    }

    private static String key(ReplicaSet set, String pool) {
        return set.spec().name() + "\0" + pool;
    }

    /** Attempts waiting or in service at replicas. */
    long outstanding() {
        return sets.stream().mapToLong(ReplicaSet::outstanding).sum();
    }
}
