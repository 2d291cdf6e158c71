package dev.purser.simulator.interval;

import dev.purser.simulator.engine.Simulation;
import dev.purser.simulator.random.RandomStreams;
import dev.purser.simulator.serving.ClosedLoopSource;
import dev.purser.simulator.serving.CountedSource;
import dev.purser.simulator.serving.Pipeline;
import dev.purser.simulator.serving.SteadySource;
import dev.purser.simulator.traffic.TrafficContext;
import dev.purser.simulator.traffic.TrafficSpec;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** What comes to one pipeline: as a number for each interval, or, while its group is followed, request by request. */
sealed interface Traffic permits OpenTraffic, ClosedLoopTraffic {

    /** Traffic of {@code pipeline}, of which nothing is followed yet. */
    static Traffic of(Simulation simulation, Pipeline pipeline, TrafficContext context) {
        RandomStreams streams = context.streams();
        String prefix = "interval/" + context.name() + "/";
        if (pipeline.spec().traffic() instanceof TrafficSpec.ClosedLoop closed) {
            var think = closed.thinkSeconds().create(streams.stream(prefix + "think"));
            return new ClosedLoopTraffic(
                    new ClosedLoopSource(simulation, closed.clients(), think, pipeline),
                    ZigguratSampler.NormalizedGaussian.of(streams.stream(prefix + "counts")));
        }
        TrafficSpec.OpenLoop open = (TrafficSpec.OpenLoop) pipeline.spec().traffic();
        Arrivals arrivals = new Arrivals(open.intensity(context), streams.stream(prefix + "counts"));
        var random = streams.stream(prefix + "arrivals");
        return arrivals.areExact()
                ? new CountedTraffic(simulation, arrivals, new CountedSource(simulation, pipeline, random))
                : new PoissonTraffic(arrivals, new SteadySource(simulation, pipeline, random));
    }

    /** Requests per second that come now; 0 of a closed loop, whose rate follows from the answers. */
    double perSecondAt(long nanos);

    /** How long a rate holds at least; {@code Nanos.NEVER} where none changes. */
    long stepNanos();

    /** When that may change after {@code nanos}. */
    long nextChangeNanos(long nanos);

    /**
     * Requests that come between two moments.
     *
     * @param perSecond mean, as the response has it
     * @param variancePerSecond growth of the variance, as the response has it
     */
    long count(long fromNanos, long untilNanos, double perSecond, double variancePerSecond);

    /** Its requests are followed at this rate; called again and again, whether it has changed or not. */
    void follow(double perSecond);

    /** Its requests are not followed any more. */
    void leave();
}
