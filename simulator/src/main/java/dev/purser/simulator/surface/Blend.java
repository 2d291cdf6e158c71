package dev.purser.simulator.surface;

import dev.purser.simulator.units.Nanos;
import java.util.Arrays;
import java.util.List;

/** Responses of neighbouring grid points, weighted: the response in between. */
public final class Blend {
    /** Below this weight nothing is known, and nothing is scaled up to make it so. */
    private static final double LEAST_KNOWN = 1e-12;

    private final List<Response> responses;
    private final List<Double> weights;
    private final double[] figures;
    private final double[] knownWeights;
    private final long relaxationNanos;

    Blend(List<Response> responses, List<Double> weights) {
        this.responses = responses;
        this.weights = weights;
        this.relaxationNanos = longest(responses);
        this.figures = relaxationNanos == Nanos.NEVER ? new double[0] : mean();
        this.knownWeights = relaxationNanos == Nanos.NEVER ? new double[0] : known();
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

    private double[] known() {
        double[] known = new double[responses.get(0).latencies().size()];
        for (int i = 0; i < responses.size(); i++) {
            for (int latency = 0; latency < known.length; latency++) {
                boolean isEmpty = responses.get(i).latencies().get(latency).isEmpty();
                known[latency] += isEmpty ? 0 : weights.get(i);
            }
        }
        Arrays.setAll(known, latency -> known[latency] < LEAST_KNOWN ? 1 : known[latency]);
        return known;
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

    /**
     * Sum of the weights of the responses that know latencies number {@code latency}. It is below 1 where a pipeline has
     * so small a share of the requests that some of the grid points around have none of it: these say nothing about it.
     * 1 where none knows them.
     */
    public double knownWeight(int latency) {
        return knownWeights[latency];
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
