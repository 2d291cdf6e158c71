package dev.purser.simulator.serving;

import dev.purser.simulator.traffic.TrafficSpec;
import java.util.Collection;

/** When the replicas of a service may be an {@link ExpressLane}: all that has to be known when an attempt comes is. */
final class ExpressConditions {
    private ExpressConditions() {}

    /**
     * Whether nothing has to happen at a departure, and nothing can move it.
     *
     * @param callers all pipelines that pass the service
     */
    static boolean hold(ServiceSpec service, Collection<PipelineSpec> callers) {
        return !callers.isEmpty()
                && callers.stream().allMatch(caller -> endsAt(service, caller))
                && callers.stream().allMatch(caller -> comesAlone(service, caller))
                && !sharesDevice(service)
                && !cancels(service)
                && !comparesAllReplicas(service);
    }

    /** An answer that another stage or a client waits for is an event. */
    private static boolean endsAt(ServiceSpec service, PipelineSpec caller) {
        int last = caller.stages().size() - 1;
        for (int i = 0; i < last; i++) {
            if (caller.stages().get(i).service().equals(service.name())) {
                return false;
            }
        }
        return caller.traffic() instanceof TrafficSpec.OpenLoop;
    }

    /** Two requests never fit into one batch, and one is enough to start it: which later ones come does not matter. */
    private static boolean comesAlone(ServiceSpec service, PipelineSpec caller) {
        BatchingSpec batching = service.batching();
        StageSpec stage = caller.stages().get(caller.stages().size() - 1);
        int fewest = stage.samples(Math.max(1, (int) (caller.candidates().lowest() + 0.5)));
        int enough = batching.preferredSizes().stream().findFirst().orElse(batching.largestBatch());
        return 2L * fewest > batching.largestBatch() && (batching.longestWaitNanos() == 0 || fewest >= enough);
    }

    /** A batch that starts later would slow down those that run. */
    private static boolean sharesDevice(ServiceSpec service) {
        return service.lawByPool().values().stream().anyMatch(law -> law.isSharedBy(service.modelInstances()));
    }

    /** A timeout that takes an attempt out of the queue lets those behind it start earlier. */
    private static boolean cancels(ServiceSpec service) {
        return service.cancelOnTimeout() && service.timeoutNanos().isPresent();
    }

    /** A balancer that compares all replicas needs their departures in one order, which is what the agenda is for. */
    private static boolean comparesAllReplicas(ServiceSpec service) {
        return service.balancer().equals(LoadBalancers.LEAST_OUTSTANDING.label());
    }
}
