package dev.purser.simulator.surface;

import dev.purser.simulator.units.Nanos;

/** Responses of neighbouring grid points, weighted: the response in between. */
public final class Blend {
    /** Below this weight nothing is known, and nothing is scaled up to make it so. */
    private static final double LEAST_KNOWN = 1e-12;

    private final Neighbours neighbours;
    private final double[] weights;
    private final double[] figures;
    private final double[] knownWeights;

    /** The responses of {@code neighbours}, each with its weight. */
    Blend(Neighbours neighbours, double[] weights) {
        this.neighbours = neighbours;
        this.weights = weights;
        this.figures = isSteady() ? mean() : new double[0];
        this.knownWeights = isSteady() ? known() : new double[0];
    }

    private double[] mean() {
        double[] sum = new double[response(0).figures().length];
        for (int i = 0; i < weights.length; i++) {
            add(weights[i], response(i).figures(), sum);
        }
        return sum;
    }

    private static void add(double weight, double[] each, double[] sum) {
        for (int figure = 0; figure < sum.length; figure++) {
            sum[figure] += weight * each[figure];
        }
    }

    private double[] known() {
        double[] known = new double[response(0).latencies().size()];
        for (int latency = 0; latency < known.length; latency++) {
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += neighbours.knows(i, latency) ? weights[i] : 0;
            }
            known[latency] = sum < LEAST_KNOWN ? 1 : sum;
        }
        return known;
    }

    /** How long the group remembers here; {@code Nanos.NEVER} where it does not become steady. */
    public long relaxationNanos() {
        return neighbours.relaxationNanos();
    }

    /** Whether it becomes steady; if not, nothing else is known. */
    public boolean isSteady() {
        return neighbours.relaxationNanos() != Nanos.NEVER;
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
        return weights.length;
    }

    /** Whether response number {@code index} knows latencies number {@code latency}. */
    public boolean knows(int index, int latency) {
        return neighbours.knows(index, latency);
    }

    /** Response number {@code index}. */
    public Response response(int index) {
        return neighbours.response(index);
    }

    /** Its weight; all of them sum to 1. */
    public double weight(int index) {
        return weights[index];
    }
}
