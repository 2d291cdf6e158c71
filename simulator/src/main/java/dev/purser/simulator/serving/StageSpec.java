package dev.purser.simulator.serving;

import dev.purser.simulator.units.Check;
import java.util.OptionalInt;

/**
 * One step of a pipeline.
 *
 * @param service name of the service that does it
 * @param candidateShare share of the request's candidates it scores
 * @param mostCandidates upper limit on them
 * @param requestBytes payload sent to it per request
 * @param responseBytes payload it sends back per request
 */
public record StageSpec(
        String service, double candidateShare, OptionalInt mostCandidates, long requestBytes, long responseBytes) {
    public StageSpec {
        Check.named(service, "service of a stage");
        Check.positive(candidateShare, "candidate share of stage " + service);
        mostCandidates.ifPresent(most -> Check.positive(most, "most candidates of stage " + service));
        Check.atLeast(requestBytes, 0, "request bytes of stage " + service);
        Check.atLeast(responseBytes, 0, "response bytes of stage " + service);
    }

    /** Samples this stage scores for a request with {@code candidates}; at least 1. */
    public int samples(int candidates) {
        int share = candidateShare == 1 ? candidates : Math.max(1, (int) (candidates * candidateShare + 0.5));
        return Math.min(share, mostCandidates.orElse(Integer.MAX_VALUE));
    }
}
