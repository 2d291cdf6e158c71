package dev.purser.simulator.surface;

import dev.purser.simulator.scaling.MetricKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a group answers in any steady state: known at the points of a {@link Grid}, which are filled when they are first
 * needed, and interpolated between them.
 */
public final class ResponseSurface {
    private final boolean scaledOnBusy;
    private final Group canonical;
    private final String text;
    private final Grid grid;
    private final Layout layout;
    private final States states;
    private final Map<Point, Response> entered = new HashMap<>();

    /** An empty surface of {@code group}. */
    public ResponseSurface(Group group, States states) {
        this.scaledOnBusy = group.services().stream()
                .flatMap(service -> service.autoscaler().metrics().stream())
                .anyMatch(metric -> metric.kind() == MetricKind.CPU || metric.kind() == MetricKind.ACCELERATOR);
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
        Simplex simplex = grid.around(state);
        List<Response> responses = new ArrayList<>(simplex.points().size());
        for (Point point : simplex.points()) {
            Response response = entered.get(point);
            responses.add(response == null ? enter(point, simplex) : response);
        }
        return new Blend(responses, simplex.weights());
    }

    /** Finds the responses of all points of {@code simplex} that were never entered, side by side. */
    private Response enter(Point point, Simplex simplex) {
        List<Point> missing = simplex.points().stream()
                .filter(each -> !entered.containsKey(each))
                .toList();
        List<Response> found = missing.parallelStream()
                .map(each -> states.response(canonical, text, grid.state(each), scaledOnBusy))
                .toList();
        for (int i = 0; i < found.size(); i++) {
            entered.put(missing.get(i), found.get(i));
        }
        return entered.get(point);
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
