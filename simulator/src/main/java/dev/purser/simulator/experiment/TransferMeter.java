package dev.purser.simulator.experiment;

import dev.purser.simulator.fleet.PoolSpec;
import dev.purser.simulator.interval.PayloadMeter;
import dev.purser.simulator.serving.PipelineSpec;
import dev.purser.simulator.serving.Service;
import dev.purser.simulator.serving.StageSpec;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Counts the bytes that stages exchange with replicas at another site than the one a pipeline's requests enter at.
 * Every attempt sends its payload; only answers that someone still waits for are counted as coming back.
 */
final class TransferMeter implements Service.PayloadListener, PayloadMeter {
    private final List<PipelineSpec> pipelines;
    private final Map<String, String> siteOfPool;
    private final boolean anyEntrySite;
    private final Map<Route, Long> bytes = new TreeMap<>();

    /** From a site to a site on behalf of a service. */
    record Route(String from, String to, String service) implements Comparable<Route> {
        @Override
        public int compareTo(Route other) {
            return (from + "\0" + to + "\0" + service).compareTo(other.from + "\0" + other.to + "\0" + other.service);
        }
    }

    TransferMeter(List<PipelineSpec> pipelines, List<PoolSpec> pools) {
        this.pipelines = pipelines;
        this.anyEntrySite = pipelines.stream().anyMatch(spec -> spec.entrySite().isPresent());
        this.siteOfPool = pools.stream().collect(Collectors.toMap(PoolSpec::name, PoolSpec::site));
    }

    @Override
    public void sent(int pipeline, int stage, String pool) {
        exchanged(pipeline, stage, pool, 1, 0);
    }

    @Override
    public void received(int pipeline, int stage, String pool) {
        exchanged(pipeline, stage, pool, 0, 1);
    }

    @Override
    public void exchanged(int pipeline, int stage, String pool, long sent, long received) {
        if (!anyEntrySite) {
            return;
        }
        StageSpec spec = pipelines.get(pipeline).stages().get(stage);
        long up = sent * spec.requestBytes();
        long down = received * spec.responseBytes();
        count(pipeline, pool, up, site -> new Route(entry(pipeline), site, spec.service()));
        count(pipeline, pool, down, site -> new Route(site, entry(pipeline), spec.service()));
    }

    /** Bytes since the last call. */
    Map<Route, Long> take() {
        Map<Route, Long> taken = new TreeMap<>(bytes);
        bytes.clear();
        return taken;
    }

    private void count(int pipeline, String pool, long payload, Function<String, Route> route) {
        if (payload == 0 || pipelines.get(pipeline).entrySite().isEmpty()) {
            return;
        }
        String site = siteOfPool.get(pool);
        if (!site.equals(entry(pipeline))) {
            bytes.merge(route.apply(site), payload, Long::sum);
        }
    }

    private String entry(int pipeline) {
        return pipelines.get(pipeline).entrySite().orElseThrow();
    }
}
