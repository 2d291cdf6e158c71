package dev.purser.simulator.interval;

import dev.purser.simulator.serving.Pipeline;
import dev.purser.simulator.serving.ReplicaSet;
import dev.purser.simulator.serving.Service;

/**
 * A pipeline and a service it passes: all there is of a group that a fluid overload can be at (see {@link FluidConditions}),
 * the first ones of any other.
 *
 * @param number of the pipeline among all
 */
record OneService(Pipeline pipeline, int number, Service service) {
    ReplicaSet replicas() {
        return service.replicas();
    }
}
