package dev.purser.simulator.surface;

import dev.purser.simulator.traffic.TrafficSpec;
import java.util.Arrays;
import java.util.Optional;

/**
 * A group with a part of its replicas and the same part of its requests: where a group is large and its queues are full,
 * a part of it answers like the whole.
 *
 * @param state of the part
 * @param share of the whole that the part is, in (0, 1]
 */
record ScaleModel(State state, double share) {
    /** By what part the replicas of a slot may be too many or too few. */
    private static final double MISMATCH = 0.002;

    /** Fewer replicas in a slot than this are not like many. */
    private static final int FEWEST_REPLICAS = 30;

    /**
     * The largest model of at most a share {@code most} of a group in {@code state}; empty where there is none: a slot
     * has too few replicas, or a fixed number of clients asks.
     */
    static Optional<ScaleModel> of(Group group, State state, double most) {
        if (most >= 1) {
            return Optional.of(new ScaleModel(state, 1));
        }
        boolean isOpen = group.pipelines().stream().noneMatch(each -> each.traffic() instanceof TrafficSpec.ClosedLoop);
        int largest = Arrays.stream(state.replicas()).max().orElse(0);
        for (int count = (int) (largest * most); isOpen && count >= FEWEST_REPLICAS; count--) {
            double share = (double) count / largest;
            if (fits(state.replicas(), share)) {
                return Optional.of(new ScaleModel(part(state, share), share));
            }
        }
        return Optional.empty();
    }

    private static boolean fits(int[] replicas, double share) {
        return Arrays.stream(replicas).allMatch(all -> {
            long part = Math.round(all * share);
            return all == 0 || part >= FEWEST_REPLICAS && Math.abs(part / (all * share) - 1) <= MISMATCH;
        });
    }

    private static State part(State state, double share) {
        int[] replicas = Arrays.stream(state.replicas())
                .map(all -> (int) Math.round(all * share))
                .toArray();
        double[] perSecond =
                Arrays.stream(state.perSecond()).map(all -> all * share).toArray();
        return new State(replicas, perSecond);
    }

    /** The response of the whole, where {@code ofPart} is that of the part: more requests, all else alike. */
    Response whole(Group group, Response ofPart) {
        double[] figures = ofPart.figures().clone();
        Layout layout = new Layout(group);
        for (int i = 0; i < group.pipelines().size() && ofPart.isSteady(); i++) {
            int requests = layout.requests(i);
            figures[requests] /= share;
            figures[requests + 1] /= share;
        }
        return new Response(ofPart.relaxationNanos(), ofPart.requests(), figures, ofPart.latencies());
    }
}
