package dev.purser.simulator.surface;

import dev.purser.simulator.serving.LatencyDistribution;
import dev.purser.simulator.serving.PipelineSpec;
import dev.purser.simulator.serving.ServiceSpec;
import dev.purser.simulator.units.Nanos;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How one replica of a service works whose queue never runs empty: what it does then depends neither on how much comes
 * nor on how much waits, and not on other replicas. Micro-simulations of one replica under so high a load that it is
 * always so, with a queue that holds {@value #BATCHES_THAT_WAIT} full batches, find it.
 *
 * @param perSecond requests it serves per second
 * @param error half-width of the 95 % confidence interval of {@code perSecond}, relative
 * @param dispersion variance of the number of requests it serves in some time, over its mean
 * @param beyondLimit requests it holds in the mean, when its queue is full, beyond those that its limit allows to wait
 * @param busyShare share of time in which a batch runs
 * @param batchesPerRequest batches over the requests in them
 * @param samplesPerRequest samples of a request
 * @param latencies of the requests that were answered, from so short a queue
 * @param states whose micro-simulations found it
 * @param requests that these followed
 */
public record Saturation(
        double perSecond,
        double error,
        double dispersion,
        double beyondLimit,
        double busyShare,
        double batchesPerRequest,
        double samplesPerRequest,
        LatencyDistribution latencies,
        int states,
        long requests) {
    private static final int BATCHES_THAT_WAIT = 64;
    private static final double LOWEST_LOAD = 1.5;
    /** At the next loads of the grid: the error of their mean is half that of one. */
    private static final int LOADS = 4;

    private static final double ALWAYS = 0.999;
    private static final int STARTED = 4;
    /** Level of one replica on the grid. */
    private static final int ONE_REPLICA = 1;

    /** The saturation of a canonical group of one pipeline and one service; empty where that finds no steady state. */
    static Optional<Saturation> of(Group canonical, States states) {
        Group group = withShortQueue(canonical);
        String text = CanonicalGroup.text(group);
        Grid grid = new Grid(group);
        int lowest = Scale.ofLoad().floor(LOWEST_LOAD);
        List<Response> found = IntStream.range(lowest, lowest + LOADS)
                .parallel()
                .mapToObj(load -> grid.state(new Point(new int[] {load, ONE_REPLICA})))
                .map(state -> states.response(group, text, state, false))
                .toList();
        return found.stream().allMatch(Response::isSteady)
                ? Optional.of(mean(group, found)).filter(each -> each.busyShare >= ALWAYS)
                : Optional.empty();
    }

    private static Group withShortQueue(Group canonical) {
        ServiceSpec service = canonical.services().get(0);
        PipelineSpec pipeline = canonical.pipelines().get(0);
        double candidates = Math.min(1e9, pipeline.candidates().mean());
        int samples = pipeline.stages().get(0).samples((int) Math.max(1, Math.round(candidates)));
        int perBatch = Math.max(1, service.batching().largestBatch() / samples) * service.modelInstances();
        int limit = Math.min(service.queueLimit(), BATCHES_THAT_WAIT * perBatch);
        return new Group(canonical.pipelines(), List.of(service.withQueueLimit(limit)));
    }

    private static Saturation mean(Group group, List<Response> found) {
        Layout layout = new Layout(group);
        double perSecond = mean(found, layout.meanWork(0) + STARTED);
        double requests = perSecond
                * found.stream().mapToDouble(each -> seconds(each, layout)).sum();
        double dispersion = mean(found, layout.workVariance(0) + STARTED) / perSecond;
        return new Saturation(
                perSecond,
                2 * Math.sqrt(dispersion / requests),
                dispersion,
                mean(found, layout.meanWork(0) + Counters.OUTSTANDING) / Nanos.SECOND
                        - group.services().get(0).queueLimit(),
                Math.min(1, mean(found, layout.meanWork(0)) / Nanos.SECOND),
                perStarted(found, layout, 2),
                perStarted(found, layout, 3),
                found.get(0).latencies().get(0),
                found.size(),
                found.stream().mapToLong(Response::requests).sum());
    }

    /** About how long a micro-simulation was: it began with a little more than came in this time. */
    private static double seconds(Response response, Layout layout) {
        return response.requests() / response.figures()[layout.requests(0)];
    }

    /** What {@link Layout#perRequest} has per request that came, over the requests that were served. */
    private static double perStarted(List<Response> found, Layout layout, int place) {
        return mean(
                found,
                each -> each.figures()[layout.perRequest(0) + place]
                        * each.figures()[layout.requests(0)]
                        / each.figures()[layout.meanWork(0) + STARTED]);
    }

    private static double mean(List<Response> found, int place) {
        return mean(found, each -> each.figures()[place]);
    }

    private static double mean(List<Response> found, ToDoubleFunction<Response> figure) {
        return found.stream().mapToDouble(figure).average().orElseThrow();
    }
}
