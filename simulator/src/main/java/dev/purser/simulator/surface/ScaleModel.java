package dev.purser.simulator.surface;

import dev.purser.simulator.traffic.TrafficSpec;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A group with a part of its replicas and the same part of its requests: where a group is large and its queues are full,
 * a part of it answers like the whole.
 *
 * @param state of the part
 * @param share of the whole that the part is, in (0, 1]
 */
record ScaleModel(State state, double share) {
    /** By what part the replicas of a slot may be too many or too few. */
    private static final double MISMATCH = 0.0005;

    /** Mismatches that differ by less are equal. */
    private static final double SAME = 1e-9;

    /** Fewer replicas in a slot than this are not like many. */
    private static final int FEWEST_REPLICAS = 30;

    /**
     * The model of at most a share {@code mostShare} of a group in {@code state}, and at least half of that, whose slots keep
     * their proportion best, the largest of equals; empty where there is none: a slot has too few replicas, or a fixed
     * number of clients asks.
     */
    static Optional<ScaleModel> of(Group group, State state, double mostShare) {
        if (mostShare >= 1) {
            return Optional.of(new ScaleModel(state, 1));
        }
        if (group.pipelines().stream().anyMatch(each -> each.traffic() instanceof TrafficSpec.ClosedLoop)) {
            return Optional.empty();
        }
        int largest = Arrays.stream(state.replicas()).max().orElse(0);
        int most = (int) (largest * mostShare);
        return IntStream.iterate(most, count -> count >= most / 2 && count >= FEWEST_REPLICAS, count -> count - 1)
                .mapToObj(count -> (double) count / largest)
                .filter(share -> mismatch(state.replicas(), share) <= MISMATCH)
                .min(Comparator.comparingLong(share -> Math.round(mismatch(state.replicas(), share) / SAME)))
                .map(share -> new ScaleModel(part(state, share), share));
    }

    /** By what part a slot has too many or too few replicas, at worst; endless where one has too few at all. */
    private static double mismatch(int[] replicas, double share) {
        double worst = 0;
        for (int all : replicas) {
            long part = Math.round(all * share);
            double own = part < FEWEST_REPLICAS ? Double.POSITIVE_INFINITY : Math.abs(part / (all * share) - 1);
            worst = Math.max(worst, all == 0 ? 0 : own);
        }
        return worst;
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
