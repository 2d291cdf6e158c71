package dev.purser.simulator.serving;

import dev.purser.simulator.engine.Simulation;
import dev.purser.simulator.random.RandomStreams;
import dev.purser.simulator.time.Calendar;
import dev.purser.simulator.traffic.TrafficContext;
import dev.purser.simulator.traffic.TrafficSpec;
import dev.purser.simulator.units.Nanos;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Serving with every request followed: pipelines, services, and the sources of their traffic. */
public final class RequestLevel {
    private final Simulation simulation;
    private final RandomStreams streams;
    private final RequestTable requests = new RequestTable();
    private final Map<String, Service> services = new LinkedHashMap<>();
    private final List<Pipeline> pipelines = new ArrayList<>();

    /** Nothing yet: add services, then pipelines. */
    public RequestLevel(Simulation simulation, RandomStreams streams) {
        this.simulation = simulation;
        this.streams = streams;
    }

    /** Adds a service over {@code replicas}. */
    public Service addService(ReplicaSet replicas, Tally tally, Service.PayloadListener payload) {
        Service service = new Service(simulation, requests, pipelines, replicas, streams, tally, payload);
        services.put(replicas.spec().name(), service);
        return service;
    }

    /** Adds a pipeline over services added before. */
    public Pipeline addPipeline(PipelineSpec spec, Tally tally) {
        List<Service> stages = spec.stages().stream()
                .map(stage -> services.get(stage.service()))
                .toList();
        Pipeline pipeline = new Pipeline(simulation, pipelines.size(), spec, requests, stages, streams, tally);
        pipelines.add(pipeline);
        stages.forEach(this::chooseLane);
        return pipeline;
    }

    private void chooseLane(Service service) {
        ServiceSpec spec = service.replicas().spec();
        List<PipelineSpec> callers = pipelines.stream()
                .map(Pipeline::spec)
                .filter(each ->
                        each.stages().stream().anyMatch(stage -> stage.service().equals(spec.name())))
                .toList();
        service.replicas().setExpress(ExpressConditions.hold(spec, callers));
    }

    /** Lets the traffic of all pipelines begin. */
    public void start(Calendar calendar, long horizonNanos) {
        for (Pipeline pipeline : pipelines) {
            start(pipeline, new TrafficContext(pipeline.spec().name(), calendar, horizonNanos, streams));
        }
    }

    /** Counts what has happened by now but was no event; whoever looks at tallies or replicas need not call it. */
    public void catchUp() {
        services.values().forEach(Service::catchUp);
    }

    /** The services, in the order they were added. */
    public Collection<Service> services() {
        return services.values();
    }

    /** The pipelines, in the order they were added. */
    public List<Pipeline> pipelines() {
        return pipelines;
    }

    private void start(Pipeline pipeline, TrafficContext context) {
        TrafficSpec traffic = pipeline.spec().traffic();
        if (traffic instanceof TrafficSpec.OpenLoop open) {
            new OpenLoopSource(simulation, open.create(context), pipeline).start();
        } else if (traffic instanceof TrafficSpec.ClosedLoop closed) {
            var think = closed.thinkSeconds().create(streams.stream("traffic/" + context.name() + "/think"));
            new ClosedLoopSource(simulation, closed.clients(), think, pipeline).start();
        }
    }

    /** Objective of {@code spec} as a latency; never, without one. */
    public static long objectiveNanos(PipelineSpec spec) {
        return spec.objective().map(LatencyObjective::nanos).orElse(Nanos.NEVER);
    }
}
