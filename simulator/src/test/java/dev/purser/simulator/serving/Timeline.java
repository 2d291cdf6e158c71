package dev.purser.simulator.serving;

import dev.purser.simulator.engine.Event;
import dev.purser.simulator.engine.Priority;
import dev.purser.simulator.random.DistributionSpec;
import dev.purser.simulator.units.Nanos;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Requests at moments and of sizes chosen by hand, at a station whose times are exact. Each request is a pipeline of
 * its own, so that its outcome can be seen. Times are in milliseconds.
 */
final class Timeline {
    private final Station station;
    private final List<Pipeline> requests = new ArrayList<>();

    Timeline(Station station) {
        this.station = station;
        station.traffic = Station.poisson(0);
        station.prepare(3, 0);
    }

    /** One request of {@code samples}. */
    Timeline request(double millis, int samples) {
        PipelineSpec spec = new PipelineSpec(
                "request " + requests.size(),
                station.traffic,
                new DistributionSpec.Fixed(samples),
                List.of(new StageSpec("station", 1, OptionalInt.empty(), 0, 0)),
                Optional.empty(),
                Optional.empty());
        Pipeline pipeline = station.level.addPipeline(spec, new Tally(0, Nanos.NEVER));
        requests.add(pipeline);
        return at(millis, () -> pipeline.arrive(-1));
    }

    /** Requests of one sample each. */
    Timeline requests(double... millis) {
        for (double each : millis) {
            request(each, 1);
        }
        return this;
    }

    Timeline at(double millis, Runnable action) {
        Event event = new Event(Priority.ARRIVAL) {
            @Override
            public void occur() {
                action.run();
            }
        };
        station.simulation.schedule(event, Math.round(millis * Nanos.MILLISECOND));
        return this;
    }

    /** The outcome of each request, with its latency where it was answered, such as {@code FULL 12}. */
    List<String> outcomes() {
        station.simulation.runUntil(Nanos.DAY);
        return requests.stream().map(Timeline::outcome).toList();
    }

    /** The latency of each request; all must have been answered. */
    double[] millis() {
        station.simulation.runUntil(Nanos.DAY);
        return requests.stream()
                .mapToDouble(request -> request.tally().intervalLatency().meanNanos() / Nanos.MILLISECOND)
                .toArray();
    }

    private static String outcome(Pipeline request) {
        Outcomes outcomes = request.tally().intervalOutcomes();
        double millis = request.tally().intervalLatency().meanNanos() / Nanos.MILLISECOND;
        if (outcomes.answered() == 1) {
            String kind = outcomes.full() == 1 ? "FULL" : outcomes.cached() == 1 ? "CACHED" : "FALLBACK";
            return String.format(Locale.ROOT, "%s %s", kind, number(millis));
        }
        return outcomes.rejected() == 1 ? "REJECTED" : outcomes.timedOut() == 1 ? "TIMED_OUT" : "IN_FLIGHT";
    }

    private static String number(double millis) {
        return millis == Math.rint(millis) ? String.valueOf((long) millis) : String.valueOf(millis);
    }
}
