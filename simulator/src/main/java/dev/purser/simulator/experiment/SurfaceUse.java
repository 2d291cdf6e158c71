package dev.purser.simulator.experiment;

/**
 * What a run at interval level took from the response surface; the same whether it was stored or not.
 *
 * @param states states of the surface the run entered
 * @param requests requests their micro-simulations followed
 * @param intervalRequests requests of the run that were followed one by one, because their interval was not calm
 */
public record SurfaceUse(long states, long requests, long intervalRequests) {
    SurfaceUse plus(SurfaceUse other) {
        return new SurfaceUse(
                states + other.states, requests + other.requests, intervalRequests + other.intervalRequests);
    }
}
