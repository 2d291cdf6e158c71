package dev.purser.scenarios.format.scenario;

import dev.purser.scenarios.format.section.Section;
import dev.purser.scenarios.format.section.Value;
import dev.purser.simulator.cost.CostSpec;
import dev.purser.simulator.serving.PipelineSpec;
import dev.purser.simulator.serving.StageSpec;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Checks that whatever a pipeline can move between sites has a price: a run that finds out at its end is lost.
 *
 * @param declared services, pools and where they stand
 * @param cost the prices stated
 */
record TransferCheck(Declared declared, Value<CostSpec> cost) {
    /** From a site to another. */
    private record Route(String from, String to) {
        @Override
        public String toString() {
            return from + " to " + to;
        }
    }

    void run(Section in, Value<Map<String, Value<PipelineSpec>>> pipelines) {
        if (pipelines.usable()) {
            pipelines.get().values().forEach(pipeline -> in.check(() -> check(pipeline)));
        }
    }

    private void check(Value<PipelineSpec> pipeline) {
        List<Route> priced = cost.get().transfers().stream()
                .map(price -> new Route(price.fromSite(), price.toSite()))
                .toList();
        TreeSet<String> missing = new TreeSet<>();
        pipeline.get()
                .entrySite()
                .ifPresent(entry -> pipeline.get()
                        .stages()
                        .forEach(stage -> routes(entry, stage).forEach(route -> {
                            if (!priced.contains(route)) {
                                missing.add(route.toString());
                            }
                        })));
        if (!missing.isEmpty()) {
            throw pipeline.refused("got no price of moving data from " + String.join(", nor from ", missing)
                    + ", must be stated in `cost.transfer`, as 0 if it is free");
        }
    }

    /** What a stage moves between the entry and the sites of the pools its service may run on. */
    private List<Route> routes(String entry, StageSpec stage) {
        return declared.services().get().get(stage.service()).get().pools().stream()
                .map(pool -> declared.pools().get().get(pool).get().site())
                .filter(site -> !site.equals(entry))
                .flatMap(site -> List.of(
                        new Move(new Route(entry, site), stage.requestBytes()),
                        new Move(new Route(site, entry), stage.responseBytes()))
                        .stream())
                .filter(move -> move.bytes() > 0)
                .map(Move::route)
                .toList();
    }

    private record Move(Route route, long bytes) {}
}
