package dev.purser.simulator.surface;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a group answers in any steady state: known at the points of a {@link Grid}, which are filled when they are first
 * needed, and interpolated between them.
 */
public final class ResponseSurface {
    private final Group canonical;
    private final String text;
    private final Grid grid;
    private final Layout layout;
    private final States states;
    private final Map<List<Integer>, Response> entered = new HashMap<>();

    /** An empty surface of {@code group}. */
    public ResponseSurface(Group group, States states) {
        this.canonical = CanonicalGroup.of(group);
        this.text = CanonicalGroup.text(canonical);
        this.grid = new Grid(canonical);
        this.layout = new Layout(canonical);
        this.states = states;
    }

    /** Where the figures of its responses stand. */
    public Layout layout() {
        return layout;
    }

    /** The response in {@code state}, in which something arrives. */
    public Blend at(State state) {
        List<Grid.Corner> corners = grid.around(state);
        corners.parallelStream()
                .filter(corner -> !entered.containsKey(corner.levels()))
                .forEach(corner -> respond(corner.levels()));
        List<Response> responses = new ArrayList<>();
        double[] weights = new double[corners.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = corners.get(i).weight();
            responses.add(entered.computeIfAbsent(corners.get(i).levels(), this::respond));
        }
        return new Blend(responses, weights);
    }

    private Response respond(List<Integer> levels) {
        return states.response(canonical, text, grid.state(levels));
    }

    /** States entered so far. */
    public long states() {
        return entered.size();
    }

    /** Requests that their micro-simulations followed. */
    public long requests() {
        return entered.values().stream().mapToLong(Response::requests).sum();
    }
}
