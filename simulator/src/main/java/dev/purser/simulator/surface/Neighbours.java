package dev.purser.simulator.surface;

import java.util.List;

/** The responses of the grid points around a place: the same for all places of one simplex. */
final class Neighbours {
    private final Response[] responses;
    private final boolean[][] knows;
    private final long relaxationNanos;

    Neighbours(List<Response> responses) {
        this.responses = responses.toArray(Response[]::new);
        this.knows = new boolean[this.responses.length][];
        long longest = 0;
        for (int i = 0; i < knows.length; i++) {
            longest = Math.max(longest, response(i).relaxationNanos());
            knows[i] = known(response(i));
        }
        this.relaxationNanos = longest;
    }

    private static boolean[] known(Response response) {
        boolean[] known = new boolean[response.latencies().size()];
        for (int latency = 0; latency < known.length; latency++) {
            known[latency] = !response.latencies().get(latency).isEmpty();
        }
        return known;
    }

    Response response(int index) {
        return responses[index];
    }

    /** Whether response number {@code index} has any requests among its latencies number {@code latency}. */
    boolean knows(int index, int latency) {
        return knows[index][latency];
    }

    /** The longest memory of all; {@code Nanos.NEVER} where one does not become steady. */
    long relaxationNanos() {
        return relaxationNanos;
    }
}
