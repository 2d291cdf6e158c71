package dev.purser.simulator.interval;

import dev.purser.simulator.engine.Simulation;
import dev.purser.simulator.random.RandomStreams;
import dev.purser.simulator.serving.ClosedLoopSource;
import dev.purser.simulator.serving.Pipeline;
import dev.purser.simulator.serving.SteadySource;
import dev.purser.simulator.traffic.TrafficContext;
import dev.purser.simulator.traffic.TrafficSpec;
import dev.purser.simulator.units.Nanos;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** What comes to one pipeline: as a number for each interval, or, while its group is followed, request by request. */
sealed interface Traffic {

    /** Traffic of {@code pipeline}, of which nothing is followed yet. */
    static Traffic of(Simulation simulation, Pipeline pipeline, TrafficContext context) {
        RandomStreams streams = context.streams();
        String prefix = "interval/" + context.name() + "/";
        if (pipeline.spec().traffic() instanceof TrafficSpec.ClosedLoop closed) {
            var think = closed.thinkSeconds().create(streams.stream(prefix + "think"));
            return new Closed(
                    new ClosedLoopSource(simulation, closed.clients(), think, pipeline),
                    ZigguratSampler.NormalizedGaussian.of(streams.stream(prefix + "counts")));
        }
        TrafficSpec.OpenLoop open = (TrafficSpec.OpenLoop) pipeline.spec().traffic();
        return new Open(
                new Arrivals(open.intensity(context), streams.stream(prefix + "counts")),
                new SteadySource(simulation, pipeline, streams.stream(prefix + "arrivals")));
    }

    /** Requests per second that come now; 0 of a closed loop, whose rate follows from the answers. */
    double perSecondAt(long nanos);

    /** When that may change after {@code nanos}. */
    long nextChangeNanos(long nanos);

    /** How long a rate holds; {@code Nanos.NEVER} where it does not change. */
    long stepNanos();

    /**
     * Requests that come between two moments.
     *
     * @param perSecond mean, as the response has it
     * @param variancePerSecond growth of the variance, as the response has it
     */
    long count(long fromNanos, long untilNanos, double perSecond, double variancePerSecond);

    /** From now on its requests are followed; called again when the rate has changed. */
    void follow(double perSecond);

    /** Its requests are not followed any more. */
    void leave();

    /** Open loop. */
    record Open(Arrivals arrivals, SteadySource source) implements Traffic {
        @Override
        public double perSecondAt(long nanos) {
            return arrivals.perSecondAt(nanos);
        }

        @Override
        public long nextChangeNanos(long nanos) {
            return arrivals.nextChangeNanos(nanos);
        }

        @Override
        public long stepNanos() {
            return arrivals.stepNanos();
        }

        @Override
        public long count(long fromNanos, long untilNanos, double perSecond, double variancePerSecond) {
            return arrivals.count(fromNanos, untilNanos);
        }

        @Override
        public void follow(double perSecond) {
            source.setPerSecond(perSecond);
        }

        @Override
        public void leave() {
            source.setPerSecond(0);
        }
    }

    /** Closed loop. */
    final class Closed implements Traffic {
        private final ClosedLoopSource source;
        private final ZigguratSampler.NormalizedGaussian normal;
        private boolean followed;

        Closed(ClosedLoopSource source, ZigguratSampler.NormalizedGaussian normal) {
            this.source = source;
            this.normal = normal;
        }

        @Override
        public double perSecondAt(long nanos) {
            return 0;
        }

        @Override
        public long nextChangeNanos(long nanos) {
            return Nanos.NEVER;
        }

        @Override
        public long stepNanos() {
            return Nanos.NEVER;
        }

        @Override
        public long count(long fromNanos, long untilNanos, double perSecond, double variancePerSecond) {
            double seconds = Nanos.toSeconds(untilNanos - fromNanos);
            double noise = Math.sqrt(variancePerSecond * seconds) * normal.sample();
            return Math.max(0, Math.round(perSecond * seconds + noise));
        }

        @Override
        public void follow(double perSecond) {
            if (!followed) {
                followed = true;
                source.start();
            }
        }

        @Override
        public void leave() {
            followed = false;
            source.stop();
        }
    }
}
