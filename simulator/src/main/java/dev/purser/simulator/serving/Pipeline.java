package dev.purser.simulator.serving;

import dev.purser.simulator.engine.Simulation;
import dev.purser.simulator.random.DistributionSpec;
import dev.purser.simulator.random.RandomStreams;
import dev.purser.simulator.random.Sampler;
import dev.purser.simulator.units.Nanos;
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
        /** A request of {@code client} has ended, at {@code atNanos}. */
        void ended(int client, long atNanos);
    }

    private final Simulation simulation;
    private final int number;
    private final PipelineSpec spec;
    private final RequestTable requests;
    private final StageSpec[] stages;
    private final Service[] services;
    private final Service firstService;
    private final Sampler candidates;
    private final Tally tally;
    private final ExpressCounts expressCounts;

    /** From when on a request need not be an object: never, with several stages; not while tallies warm up. */
    private final long expressFromNanos;

    /** Samples of each request in the first stage, if they are always the same; else 0. */
    private final int sameSamples;

    private ClientListener clients = (client, atNanos) -> {};

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
        this.firstService = this.services[0];
        this.candidates = spec.candidates().create(streams.stream("traffic/" + spec.name() + "/candidates"));
        this.tally = tally;
        this.expressFromNanos = services.size() == 1
                ? Math.max(tally.warmUpNanos(), firstService.tally().warmUpNanos())
                : Nanos.NEVER;
        this.expressCounts = new ExpressCounts(tally, firstService.tally());
        this.sameSamples =
                spec.candidates() instanceof DistributionSpec.Fixed ? stages[0].samples(candidates.nextCount()) : 0;
        tally.beforeReading(() -> services.forEach(Service::catchUp));
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

    /** What it counts together with its service, if it has one stage. */
    ExpressCounts expressCounts() {
        return expressCounts;
    }

    /**
     * From now on {@code listener} hears of the requests of clients. Those of an open loop may have ended some time ago,
     * but it hears of them before anybody looks at counters.
     */
    public void listen(ClientListener listener) {
        clients = listener;
    }

    /** A request arrives now; {@code client} is who wants to know when it has ended, or -1. */
    public void arrive(int client) {
        long now = simulation.nowNanos();
        if (client < 0 && firstService.isExpress() && now >= expressFromNanos) {
            expressCounts.offered();
            firstService.callExpress(this, samples());
        } else {
            tally.offered(now);
            enter(request(client, false), 0);
        }
    }

    /**
     * A request is put into a stage's queue now that has been counted already, with its answer. It is work, and no more: it
     * meets no cache there, and nobody waits for it or tries again.
     */
    public void arriveCounted(int stage) {
        enter(request(-1, true), stage);
    }

    private Request request(int client, boolean isCounted) {
        Request request = request(simulation.nowNanos(), client);
        request.isCounted = isCounted;
        request.candidates = candidates.nextCount();
        return request;
    }

    private int samples() {
        return sameSamples > 0 ? sameSamples : stages[0].samples(candidates.nextCount());
    }

    private Request request(long arrivalNanos, int client) {
        Request request = requests.create();
        request.arrivalNanos = arrivalNanos;
        request.pipeline = this;
        request.client = client;
        request.computed = false;
        return request;
    }

    /** A request that arrived then and was not followed as an object so far: it has made its first attempt. */
    Request follow(long arrivalNanos, int samples) {
        Request request = request(arrivalNanos, -1);
        request.isCounted = false;
        request.stage = 0;
        request.stageArrivalNanos = arrivalNanos;
        request.samples = samples;
        request.attempts = 1;
        return request;
    }

    /** The stage that {@code request} was in ended at {@code atNanos}: now, unless it is the last. */
    void stageEnded(Request request, Outcome outcome, long atNanos) {
        boolean goesOn = outcome == Outcome.FULL || outcome == Outcome.CACHED;
        int next = request.stage + 1;
        if (goesOn && next < services.length) {
            enter(request, next);
        } else {
            end(request, goesOn ? ownOutcome(request) : outcome, atNanos);
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

    private void end(Request request, Outcome outcome, long atNanos) {
        int client = request.client;
        if (!request.isCounted) {
            tally.ended(outcome, request.arrivalNanos, atNanos);
        }
        requests.release(request);
        if (client >= 0) {
            clients.ended(client, atNanos);
        }
    }
}
