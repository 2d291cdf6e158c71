package dev.purser.scenarios.format.scenario;

import dev.purser.scenarios.format.section.Format;
import dev.purser.scenarios.format.section.Shape;
import dev.purser.scenarios.format.section.Shapes;
import dev.purser.scenarios.format.units.ByteSizes;
import dev.purser.scenarios.format.units.Counts;
import dev.purser.scenarios.format.units.Durations;
import dev.purser.scenarios.format.units.Shares;
import dev.purser.scenarios.format.units.Words;
import dev.purser.simulator.serving.LatencyObjective;
import dev.purser.simulator.serving.PipelineSpec;
import dev.purser.simulator.serving.StageSpec;
import java.util.OptionalInt;

/**
 * Reads {@code pipelines}.
 *
 * @param declared services that stages may name, sites at which requests may enter
 * @param files the files traces come from
 */
record PipelineFormat(Declared declared, ScenarioFiles files) {
    private static final Shape<LatencyObjective> OBJECTIVE = Shapes.shorthand(
            "latency", new Format<>("objective", "A promise: so many of all requests are answered in time.", in -> {
                var latency = in.key("latency", Durations.NANOS.above("0 s").like("150 ms"), "the time")
                        .required();
                var quantile = in.key("quantile", Shares.FRACTIONS.like("99 %"), "share of all requests that keep it")
                        .orElse("99 %");
                return in.build(() -> new LatencyObjective(quantile.get(), latency.get()));
            }));

    Shape<PipelineSpec> of(String name) {
        return new Format<>("pipeline", "One kind of user request, and the stages it passes.", in -> {
            var traffic = in.key(
                            "traffic",
                            new TrafficFormat(declared.timeline(), files).shape(),
                            "where its requests come from")
                    .required();
            var candidates = in.key("candidates", Distributions.NUMBERS, "items to score per request")
                    .required();
            var stages = in.key("stages", Shapes.listOfSome(stage()), "the services a request passes, in order")
                    .required();
            var objective = in.key("objective", Shapes.orNone(OBJECTIVE), "what its latency should keep to")
                    .orElse("none");
            var entry = in.key(
                            "entry",
                            Shapes.orNone(Words.NAME.like("cloud")),
                            "site its requests enter at, or internet for the users; none: wherever they are served")
                    .orElse("none");
            in.check(() -> entry.get().ifPresent(site -> declared.checkSite(entry.map(given -> site))));
            return in.build(() -> new PipelineSpec(
                    name, traffic.get(), candidates.get(), stages.get(), objective.get(), entry.get()));
        });
    }

    private Shape<StageSpec> stage() {
        Format<StageSpec> format = new Format<>("stage", "One call of a service.", in -> {
            var service = in.key("service", Words.NAME, "name of the service").required();
            var share = in.key("share", Shares.FRACTIONS.above("0"), "share of the request's candidates it scores")
                    .orElse("100 %");
            var most = in.key("at-most", Shapes.orNone(Counts.SMALL.atLeast("1")), "upper limit on them")
                    .orElse("none");
            var request = in.key("request", ByteSizes.BYTES.like("2 KiB"), "payload sent per request")
                    .orElse("2 KiB");
            var response = in.key("response", ByteSizes.BYTES.like("10 KiB"), "payload sent back per request")
                    .orElse("10 KiB");
            in.check(() -> Lookups.named(service, declared.services().get()));
            return in.build(() -> new StageSpec(
                    service.get(),
                    share.get(),
                    most.get().map(OptionalInt::of).orElse(OptionalInt.empty()),
                    request.get(),
                    response.get()));
        });
        return Shapes.shorthand("service", format);
    }
}
