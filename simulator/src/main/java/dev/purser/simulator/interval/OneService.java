package dev.purser.simulator.interval;

import dev.purser.simulator.serving.Pipeline;
import dev.purser.simulator.serving.ReplicaSet;
import dev.purser.simulator.serving.Service;

/**
 * A pipeline and the only service it passes, such as a fluid overload can be at (see {@link FluidConditions}).
 *
 * @param number of the pipeline among all
 */
record OneService(Pipeline pipeline, int number, Service service) {
    ReplicaSet replicas() {
        return service.replicas();
    }
}
