package dev.purser.simulator.serving;

import dev.purser.simulator.engine.Simulation;
import dev.purser.simulator.random.RandomStreams;
import dev.purser.simulator.random.Sampler;
import java.util.List;

/**
 * One kind of user request on its way through the stages, one after the other. It ends in full when the last stage has
 * answered and at least one had to compute; as cached when caches answered every stage; at the first stage that fails
 * or falls back, as that stage ended.
 */
public final class Pipeline {

    /** Hears that the request of a closed-loop client has ended. */
    interface ClientListener {
        void ended(int client);
    }

    private final Simulation simulation;
    private final int number;
    private final PipelineSpec spec;
    private final RequestTable requests;
    private final List<Service> services;
    private final Sampler candidates;
    private final Tally tally;
    private ClientListener clients = client -> {};

    Pipeline(
            Simulation simulation,
            int number,
            PipelineSpec spec,
            RequestTable requests,
            List<Service> services,
            RandomStreams streams,
            Tally tally) {
        this.simulation = simulation;
        this.number = number;
        this.spec = spec;
        this.requests = requests;
        this.services = List.copyOf(services);
        this.candidates = spec.candidates().create(streams.stream("traffic/" + spec.name() + "/candidates"));
        this.tally = tally;
    }

    /** What it is. */
    public PipelineSpec spec() {
        return spec;
    }

    /** What became of its requests. */
    public Tally tally() {
        return tally;
    }

    void listen(ClientListener listener) {
        clients = listener;
    }

    /** A request arrives now; {@code client} is the closed-loop client that sent it, or -1. */
    public void arrive(int client) {
        int row = requests.create();
        requests.arrivalNanos[row] = simulation.nowNanos();
        requests.pipeline[row] = number;
        requests.client[row] = client;
        requests.candidates[row] = candidates.nextCount();
        requests.computed[row] = false;
        tally.offered(simulation.nowNanos());
        enter(row, 0);
    }

    /** The stage that request {@code row} was in has ended. */
    void stageEnded(int row, Outcome outcome) {
        boolean goesOn = outcome == Outcome.FULL || outcome == Outcome.CACHED;
        int next = requests.stage[row] + 1;
        if (goesOn && next < services.size()) {
            enter(row, next);
        } else {
            end(row, goesOn ? ownOutcome(row) : outcome);
        }
    }

    private void enter(int row, int stage) {
        requests.stage[row] = stage;
        requests.samples[row] = spec.stages().get(stage).samples(requests.candidates[row]);
        services.get(stage).call(row);
    }

    private Outcome ownOutcome(int row) {
        return requests.computed[row] ? Outcome.FULL : Outcome.CACHED;
    }

    private void end(int row, Outcome outcome) {
        int client = requests.client[row];
        tally.ended(outcome, requests.arrivalNanos[row], simulation.nowNanos());
        requests.release(row);
        if (client >= 0) {
            clients.ended(client);
        }
    }
}
