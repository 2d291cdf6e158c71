package dev.purser.simulator.serving;

import dev.purser.simulator.engine.DelayLine;
import dev.purser.simulator.engine.Simulation;
import dev.purser.simulator.random.RandomStreams;
import dev.purser.simulator.units.Nanos;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A service as its callers see it: cache, load balancer, timeout, retries and fallback around a {@link ReplicaSet}.
 *
 * <p>A call is answered from the cache or makes an attempt. An attempt goes to the replica the balancer picks; it fails
 * if there is none, if that one's queue is full, if it is lost meanwhile, or if the answer takes longer than the timeout (the replica then still
 * computes it, unless it waits and the service cancels). A failed attempt is followed by another one after the
 * back-off, while there are attempts left; then by the fallback answer, if there is one.
 */
public final class Service {

    /** Hears that payload goes to or comes from the replica in {@code pool}. */
    public interface PayloadListener {
        /** A request went there. */
        void sent(int pipeline, int stage, String pool);

        /** Its answer came back. */
        void received(int pipeline, int stage, String pool);
    }

    private final Simulation simulation;
    private final ServiceSpec spec;
    private final RequestTable requests;
    private final List<Pipeline> pipelines;
    private final ReplicaSet replicas;
    private final LoadBalancer balancer;
    private final UniformRandomProvider cacheRandom;
    private final double cacheHitRatio;
    private final boolean hasTimeout;
    private final long timeoutNanos;
    private final Tally tally;
    private final Retries retries;
    private final DelayLine timeouts;
    private final DelayLine cacheAnswers;
    private final DelayLine fallbackAnswers;
    private final PayloadListener payloadListener;

    Service(
            Simulation simulation,
            RequestTable requests,
            List<Pipeline> pipelines,
            ReplicaSet replicas,
            RandomStreams streams,
            Tally tally,
            PayloadListener payloadListener) {
        this.simulation = simulation;
        this.spec = replicas.spec();
        this.cacheHitRatio = spec.cacheHitRatio();
        this.hasTimeout = spec.timeoutNanos().isPresent();
        this.timeoutNanos = spec.timeoutNanos().orElse(Nanos.NEVER);
        this.requests = requests;
        this.pipelines = pipelines;
        this.replicas = replicas;
        this.tally = tally;
        this.payloadListener = payloadListener;
        String prefix = "serving/" + spec.name() + "/";
        this.balancer = LoadBalancers.of(spec.balancer()).create(streams.stream(prefix + "balancer"));
        this.cacheRandom = streams.stream(prefix + "cache");
        this.retries = new Retries(simulation, spec.retry(), streams.stream(prefix + "retry"), this::attempt);
        this.timeouts = line(spec.timeoutNanos(), this::timedOut);
        this.cacheAnswers = line(OptionalLong.of(spec.cacheNanos()), request -> end(request, Outcome.CACHED));
        this.fallbackAnswers = line(spec.fallbackNanos(), request -> end(request, Outcome.FALLBACK));
        replicas.listen(new Attempts());
        tally.beforeReading(this::catchUp);
    }

    /** Its replicas. */
    public ReplicaSet replicas() {
        return replicas;
    }

    /** What became of its calls. */
    public Tally tally() {
        return tally;
    }

    /** Takes a call for {@code request}, whose samples are set. */
    void call(Request request) {
        if (!request.isCounted) {
            tally.offered(simulation.nowNanos());
        }
        request.stageArrivalNanos = simulation.nowNanos();
        request.attempts = 0;
        if (cacheHitRatio > 0 && !request.isCounted && cacheRandom.nextDouble() < cacheHitRatio) {
            cacheAnswers.add(request.renew());
        } else {
            attempt(request);
        }
    }

    /** Counts what has happened by now but was no event. */
    void catchUp() {
        replicas.countDepartures();
        pipelines.forEach(pipeline -> pipeline.expressCounts().count());
    }

    /** Whether calls of pipelines of one stage may come by {@link #callExpress}. */
    boolean isExpress() {
        return replicas.isExpress();
    }

    /** Takes a call of a pipeline of one stage. Only if it is not simply answered it becomes an object. */
    void callExpress(Pipeline pipeline, int samples) {
        long now = simulation.nowNanos();
        if (cacheHitRatio > 0 && cacheRandom.nextDouble() < cacheHitRatio) {
            cacheAnswers.add(pipeline.follow(now, samples).renew());
            return;
        }
        ReadyReplicas ready = replicas.ready();
        Replica replica = ready.size() == 0 ? null : ready.get(balancer.pick(ready));
        long departure = replica == null ? ExpressLane.REFUSED : offer(pipeline, samples, replica);
        if (departure == ExpressLane.REFUSED) {
            attemptFailed(pipeline.follow(now, samples), Outcome.REJECTED);
        } else if (departure - now > timeoutNanos) {
            Request request = pipeline.follow(now, samples);
            replica.follow(request.renew());
            timeouts.add(request.ticket());
        }
    }

    private long offer(Pipeline pipeline, int samples, Replica replica) {
        payloadListener.sent(pipeline.number(), 0, replica.pool());
        return replica.offerExpress(samples, pipeline.number());
    }

    private void attempt(Request request) {
        request.attempts++;
        long ticket = request.renew();
        ReadyReplicas ready = replicas.ready();
        if (ready.size() == 0) {
            attemptFailed(request, Outcome.REJECTED);
            return;
        }
        Replica replica = ready.get(balancer.pick(ready));
        request.replica = replica;
        if (!request.isCounted) {
            payloadListener.sent(request.pipeline.number(), request.stage, replica.pool());
        }
        if (!replica.offer(request, ticket)) {
            attemptFailed(request, Outcome.REJECTED);
        } else if (hasTimeout && !request.isCounted && comesTooLate(request)) {
            timeouts.add(ticket);
        }
    }

    /** Whether it may; an answer at the moment of the timeout is in time. */
    private boolean comesTooLate(Request request) {
        return request.departureNanos - simulation.nowNanos() > timeoutNanos;
    }

    private void timedOut(Request request) {
        if (spec.cancelOnTimeout()) {
            request.replica.cancel(request.queuePosition);
        }
        attemptFailed(request, Outcome.TIMED_OUT);
    }

    private void attemptFailed(Request request, Outcome outcome) {
        long ticket = request.renew();
        if (request.isCounted) {
            end(request, outcome);
        } else if (request.attempts < spec.retry().attempts()) {
            retries.add(request);
        } else if (spec.fallbackNanos().isPresent()) {
            fallbackAnswers.add(ticket);
        } else {
            end(request, outcome);
        }
    }

    private void end(Request request, Outcome outcome) {
        end(request, outcome, simulation.nowNanos());
    }

    private void end(Request request, Outcome outcome, long atNanos) {
        request.renew();
        if (!request.isCounted) {
            tally.ended(outcome, request.stageArrivalNanos, atNanos);
        }
        request.pipeline.stageEnded(request, outcome, atNanos);
    }

    private final class Attempts implements ReplicaSet.AttemptListener {
        @Override
        public void answered(Replica replica, long ticket, long atNanos) {
            Request request = requests.current(ticket);
            if (request != null) {
                if (!request.isCounted) {
                    payloadListener.received(request.pipeline.number(), request.stage, replica.pool());
                }
                request.computed = true;
                end(request, Outcome.FULL, atNanos);
            }
        }

        @Override
        public void answered(Replica replica, int pipeline, long[] latencies, int count) {
            pipelines.get(pipeline).expressCounts().answered(latencies, count);
            for (int i = 0; i < count; i++) {
                payloadListener.received(pipeline, 0, replica.pool());
            }
        }

        @Override
        public long follow(int pipeline, long arrivalNanos, int samples) {
            return pipelines.get(pipeline).follow(arrivalNanos, samples).renew();
        }

        @Override
        public void lost(long ticket) {
            Request request = requests.current(ticket);
            if (request != null) {
                attemptFailed(request, Outcome.REJECTED);
            }
        }
    }

    private DelayLine line(OptionalLong delayNanos, Consumer<Request> action) {
        return new DelayLine(simulation, delayNanos.orElse(0), new DelayLine.Receiver() {
            @Override
            public boolean matters(long ticket) {
                return requests.current(ticket) != null;
            }

            @Override
            public void receive(long ticket) {
                action.accept(requests.current(ticket));
            }
        });
    }
}
