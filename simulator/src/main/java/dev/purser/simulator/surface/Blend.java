package dev.purser.simulator.surface;

import dev.purser.simulator.units.Nanos;
import java.util.List;

/** Responses of neighbouring grid points, weighted: the response in between. */
public final class Blend {
    private final List<Response> responses;
    private final List<Double> weights;
    private final double[] figures;
    private final long relaxationNanos;

    Blend(List<Response> responses, List<Double> weights) {
        this.responses = responses;
        this.weights = weights;
        this.relaxationNanos = longest(responses);
        this.figures = relaxationNanos == Nanos.NEVER ? new double[0] : mean();
    }

    private static long longest(List<Response> responses) {
        long longest = 0;
        for (Response response : responses) {
            longest = Math.max(longest, response.relaxationNanos());
        }
        return longest;
    }

    private double[] mean() {
        double[] sum = new double[responses.get(0).figures().length];
        for (int i = 0; i < responses.size(); i++) {
            double weight = weights.get(i);
            double[] each = responses.get(i).figures();
            for (int figure = 0; figure < sum.length; figure++) {
                sum[figure] += weight * each[figure];
            }
        }
        return sum;
    }

    /** How long the group remembers here; {@code Nanos.NEVER} where it does not become steady. */
    public long relaxationNanos() {
        return relaxationNanos;
    }

    /** Whether it becomes steady; if not, nothing else is known. */
    public boolean isSteady() {
        return relaxationNanos != Nanos.NEVER;
    }

    /** The figure that {@link Layout} has at {@code place}. */
    public double figure(int place) {
        return figures[place];
    }

    /** Number of responses. */
    public int size() {
        return responses.size();
    }

    /** Response number {@code index}. */
    public Response response(int index) {
        return responses.get(index);
    }

    /** Its weight; all of them sum to 1. */
    public double weight(int index) {
        return weights.get(index);
    }
}
