package dev.purser.simulator.serving;

import dev.purser.simulator.engine.Simulation;
import dev.purser.simulator.scaling.MetricKind;
import dev.purser.simulator.scaling.Pod;
import dev.purser.simulator.scaling.PodView;
import dev.purser.simulator.units.Nanos;
import java.util.ArrayList;
import java.util.List;

/**
 * The replicas of a set that share their work, as scaling loops see them: in each pool those that have been ready for
 * so long that no autoscaler tells them apart are one entry; all others have their own.
 */
final class Cohorts {
    private final Simulation simulation;
    private final ReplicaSet set;
    private final long settlingNanos;
    private final List<Cohort> cohorts;
    private List<Pod> pods = List.of();
    private long seenVersion = -1;
    private long validUntilNanos;

    Cohorts(Simulation simulation, ReplicaSet set) {
        this.simulation = simulation;
        this.set = set;
        this.settlingNanos = set.spec().autoscaler().settlingNanos();
        this.cohorts = set.spec().pools().stream().map(Cohort::new).toList();
    }

    List<Pod> pods() {
        if (seenVersion != set.version() || simulation.nowNanos() >= validUntilNanos) {
            sort();
        }
        return pods;
    }

    private void sort() {
        seenVersion = set.version();
        validUntilNanos = Nanos.NEVER;
        pods = new ArrayList<>(cohorts);
        cohorts.forEach(cohort -> cohort.count = 0);
        for (Replica replica : set.replicas()) {
            if (isSettled(replica)) {
                cohorts.get(set.spec().pools().indexOf(replica.pool())).add(replica);
            } else {
                pods.add(replica);
            }
        }
    }

    private boolean isSettled(Replica replica) {
        if (replica.state() != Replica.State.READY) {
            return false;
        }
        long settledNanos = replica.view().readyTransitionNanos() + settlingNanos;
        if (settledNanos > simulation.nowNanos()) {
            validUntilNanos = Math.min(validUntilNanos, settledNanos);
            return false;
        }
        return true;
    }

    private final class Cohort implements Pod {
        private final SharedWork shared;
        private int count;
        private PodView any = new PodView(
                PodView.Phase.RUNNING, 0, true, 0, set.spec().request().milliCores(), 0);

        Cohort(String pool) {
            shared = set.shared(pool);
        }

        void add(Replica replica) {
            count++;
            any = replica.view().times(count);
        }

        @Override
        public PodView view() {
            return count == any.count() ? any : any.times(count);
        }

        @Override
        public int count() {
            return count;
        }

        @Override
        public double cumulative(MetricKind kind) {
            set.settle();
            return shared.each().cumulative(kind, set.spec().hostMilliCores());
        }

        @Override
        public double weight(MetricKind kind) {
            set.settle();
            return kind == MetricKind.QUEUE_TIME ? shared.each().started() : simulation.nowNanos();
        }
    }
}
