package dev.purser.simulator.scaling;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The counter histories of a service's pods, in the order in which the service lists them. */
final class PodHistories {
    private final MetricSpec spec;
    private List<Pod> pods = List.of();
    private List<CounterHistory> histories = List.of();

    PodHistories(MetricSpec spec) {
        this.spec = spec;
    }

    /** Follows {@code listed}: begins a history for each new pod and drops those of the pods that are gone. */
    void follow(List<? extends Pod> listed) {
        if (!isFollowing(listed)) {
            Map<Pod, CounterHistory> known = new IdentityHashMap<>();
            for (int i = 0; i < pods.size(); i++) {
                known.put(pods.get(i), histories.get(i));
            }
            pods = new ArrayList<>(listed);
            histories = new ArrayList<>(pods.size());
            pods.forEach(pod -> histories.add(known.containsKey(pod) ? known.get(pod) : new CounterHistory(spec)));
        }
    }

    /** The history of the pod listed as number {@code index}. */
    CounterHistory get(int index) {
        return histories.get(index);
    }

    private boolean isFollowing(List<? extends Pod> listed) {
        boolean same = pods.size() == listed.size();
        for (int i = 0; same && i < listed.size(); i++) {
            same = pods.get(i) == listed.get(i);
        }
        return same;
    }
}
