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

    /** Hears that the request of a client who wants to know has ended. */
    @FunctionalInterface
    public interface ClientListener {
        /** A request of {@code client} has ended. */
        void ended(int client);
    }

    private final Simulation simulation;
    private final int number;
    private final PipelineSpec spec;
    private final RequestTable requests;
    private final StageSpec[] stages;
    private final Service[] services;
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
        this.stages = spec.stages().toArray(StageSpec[]::new);
        this.services = services.toArray(Service[]::new);
        this.candidates = spec.candidates().create(streams.stream("traffic/" + spec.name() + "/candidates"));
        this.tally = tally;
    }

    /** Its number among all. */
    int number() {
        return number;
    }

    /** What it is. */
    public PipelineSpec spec() {
        return spec;
    }

    /** What became of its requests. */
    public Tally tally() {
        return tally;
    }

    /** From now on {@code listener} hears of the requests of clients. */
    public void listen(ClientListener listener) {
        clients = listener;
    }

    /** A request arrives now; {@code client} is who wants to know when it has ended, or -1. */
    public void arrive(int client) {
        Request request = create(client);
        request.isCounted = false;
        tally.offered(simulation.nowNanos());
        enter(request, 0);
    }

    /** A request is put into the first stage now that has been counted already, with its answer. */
    public void arriveCounted() {
        Request request = create(-1);
        request.isCounted = true;
        enter(request, 0);
    }

    private Request create(int client) {
        Request request = requests.create();
        request.arrivalNanos = simulation.nowNanos();
        request.pipeline = this;
        request.client = client;
        request.candidates = candidates.nextCount();
        request.computed = false;
        return request;
    }

    /** The stage that {@code request} was in has ended. */
    void stageEnded(Request request, Outcome outcome) {
        boolean goesOn = outcome == Outcome.FULL || outcome == Outcome.CACHED;
        int next = request.stage + 1;
        if (goesOn && next < services.length) {
            enter(request, next);
        } else {
            end(request, goesOn ? ownOutcome(request) : outcome);
        }
    }

    private void enter(Request request, int stage) {
        request.stage = stage;
        request.samples = stages[stage].samples(request.candidates);
        services[stage].call(request);
    }

    private static Outcome ownOutcome(Request request) {
        return request.computed ? Outcome.FULL : Outcome.CACHED;
    }

    private void end(Request request, Outcome outcome) {
        int client = request.client;
        if (!request.isCounted) {
            tally.ended(outcome, request.arrivalNanos, simulation.nowNanos());
        }
        requests.release(request);
        if (client >= 0) {
            clients.ended(client);
        }
    }
}
