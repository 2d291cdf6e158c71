package dev.purser.simulator.serving;

import dev.purser.simulator.engine.DelayLine;
import dev.purser.simulator.engine.Simulation;
import dev.purser.simulator.random.RandomStreams;
import java.util.OptionalLong;
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

    /** Hears how a call ended. */
    interface CallListener {
        void ended(int row, Outcome outcome);
    }

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
    private final ReplicaSet replicas;
    private final LoadBalancer balancer;
    private final UniformRandomProvider cacheRandom;
    private final Tally tally;
    private final Retries retries;
    private final DelayLine timeouts;
    private final DelayLine cacheAnswers;
    private final DelayLine fallbackAnswers;
    private CallListener callListener = (row, outcome) -> {};
    private final PayloadListener payloadListener;

    Service(
            Simulation simulation,
            RequestTable requests,
            ReplicaSet replicas,
            RandomStreams streams,
            Tally tally,
            PayloadListener payloadListener) {
        this.simulation = simulation;
        this.spec = replicas.spec();
        this.requests = requests;
        this.replicas = replicas;
        this.tally = tally;
        this.payloadListener = payloadListener;
        String prefix = "serving/" + spec.name() + "/";
        this.balancer = LoadBalancers.of(spec.balancer()).create(streams.stream(prefix + "balancer"));
        this.cacheRandom = streams.stream(prefix + "cache");
        this.retries = new Retries(simulation, spec.retry(), streams.stream(prefix + "retry"), this::attempt);
        this.timeouts = line(spec.timeoutNanos(), this::timedOut);
        this.cacheAnswers = line(OptionalLong.of(spec.cacheNanos()), row -> end(row, Outcome.CACHED));
        this.fallbackAnswers = line(spec.fallbackNanos(), row -> end(row, Outcome.FALLBACK));
        replicas.listen(new Attempts());
    }

    /** Its replicas. */
    public ReplicaSet replicas() {
        return replicas;
    }

    /** What became of its calls. */
    public Tally tally() {
        return tally;
    }

    void listen(CallListener listener) {
        callListener = listener;
    }

    /** Takes a call for request {@code row}, whose samples are set. */
    void call(int row) {
        tally.offered(simulation.nowNanos());
        requests.stageArrivalNanos[row] = simulation.nowNanos();
        requests.attempt[row] = 0;
        if (spec.cacheHitRatio() > 0 && cacheRandom.nextDouble() < spec.cacheHitRatio()) {
            cacheAnswers.add(requests.renew(row));
        } else {
            attempt(row);
        }
    }

    private void attempt(int row) {
        requests.attempt[row]++;
        long ticket = requests.renew(row);
        ReadyReplicas ready = replicas.ready();
        if (ready.size() == 0) {
            attemptFailed(row, Outcome.REJECTED);
            return;
        }
        Replica replica = ready.get(balancer.pick(ready));
        requests.replica[row] = replica;
        payloadListener.sent(requests.pipeline[row], requests.stage[row], replica.pool());
        if (!replica.offer(requests, row, ticket)) {
            attemptFailed(row, Outcome.REJECTED);
        } else if (spec.timeoutNanos().isPresent()) {
            timeouts.add(ticket);
        }
    }

    private void timedOut(int row) {
        if (spec.cancelOnTimeout()) {
            requests.replica[row].cancel(requests.queuePosition[row]);
        }
        attemptFailed(row, Outcome.TIMED_OUT);
    }

    private void attemptFailed(int row, Outcome outcome) {
        long ticket = requests.renew(row);
        if (requests.attempt[row] < spec.retry().attempts()) {
            retries.add(row, requests.attempt[row]);
        } else if (spec.fallbackNanos().isPresent()) {
            fallbackAnswers.add(ticket);
        } else {
            end(row, outcome);
        }
    }

    private void end(int row, Outcome outcome) {
        requests.renew(row);
        tally.ended(outcome, requests.stageArrivalNanos[row], simulation.nowNanos());
        callListener.ended(row, outcome);
    }

    private final class Attempts implements ReplicaSet.AttemptListener {
        @Override
        public void answered(Replica replica, long ticket) {
            if (requests.isCurrent(ticket)) {
                int row = RequestTable.row(ticket);
                payloadListener.received(requests.pipeline[row], requests.stage[row], replica.pool());
                requests.computed[row] = true;
                end(row, Outcome.FULL);
            }
        }

        @Override
        public void lost(long ticket) {
            if (requests.isCurrent(ticket)) {
                attemptFailed(RequestTable.row(ticket), Outcome.REJECTED);
            }
        }
    }

    private DelayLine line(OptionalLong delayNanos, java.util.function.IntConsumer action) {
        return new DelayLine(simulation, delayNanos.orElse(0), new DelayLine.Receiver() {
            @Override
            public boolean matters(long ticket) {
                return requests.isCurrent(ticket);
            }

            @Override
            public void receive(long ticket) {
                action.accept(RequestTable.row(ticket));
            }
        });
    }
}
