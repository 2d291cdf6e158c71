package dev.purser.scenarios.format.scenario;

import dev.purser.scenarios.format.section.Alternatives;
import dev.purser.scenarios.format.section.Format;
import dev.purser.scenarios.format.section.ScalarType;
import dev.purser.scenarios.format.section.Shape;
import dev.purser.scenarios.format.section.Shapes;
import dev.purser.scenarios.format.units.Counts;
import dev.purser.scenarios.format.units.Durations;
import dev.purser.simulator.random.DistributionSpec;
import java.util.List;

/** Distributions: a single value, or one of the kinds below. */
final class Distributions {
    /** Of lengths of time, in seconds. */
    static final Shape<DistributionSpec> SECONDS = of("duration distribution", Durations.SECONDS);

    /** Of numbers. */
    static final Shape<DistributionSpec> NUMBERS = of("number distribution", Counts.REAL.atLeast("0"));

    private Distributions() {}

    private static Shape<DistributionSpec> of(String name, ScalarType<Double> type) {
        Shape<DistributionSpec> kinds = Alternatives.of(
                name,
                "How values scatter; told apart by the key that only this kind has.",
                logNormal(type),
                exponential(type),
                uniform(type),
                choice(type));
        ScalarType<DistributionSpec> fixed = new ScalarType<>(
                type.name(),
                type.rule(),
                type.example(),
                scalar -> new DistributionSpec.Fixed(type.parser().apply(scalar)),
                spec -> type.printer().apply(spec.mean()),
                type.json());
        return Shapes.either(fixed, kinds);
    }

    private static Format<DistributionSpec> logNormal(ScalarType<Double> type) {
        return new Format<>("median", "Lognormal, by its median and its 99th percentile.", in -> {
            var median =
                    in.key("median", type, "half of the values lie below it").required();
            var p99 = in.key("p99", type, "99 of 100 values lie below it").required();
            return in.build(() -> new DistributionSpec.LogNormal(median.get(), p99.get()));
        });
    }

    private static Format<DistributionSpec> exponential(ScalarType<Double> type) {
        return new Format<>("mean", "Exponential, by its mean.", in -> {
            var mean = in.key("mean", type, "mean of the values").required();
            return in.build(() -> new DistributionSpec.Exponential(mean.get()));
        });
    }

    private static Format<DistributionSpec> uniform(ScalarType<Double> type) {
        return new Format<>("lowest", "Evenly between two bounds.", in -> {
            var lowest = in.key("lowest", type, "lower bound").required();
            var highest = in.key("highest", type, "upper bound").required();
            return in.build(() -> new DistributionSpec.Uniform(lowest.get(), highest.get()));
        });
    }

    private static Format<DistributionSpec> choice(ScalarType<Double> type) {
        return new Format<>("values", "One of some values, by relative weights.", in -> {
            var values = in.key("values", Shapes.listOfSome(type), "the values there are")
                    .required();
            var weights = in.key(
                            "weights",
                            Shapes.listOfSome(Counts.REAL.atLeast("0")),
                            "how often each comes, relative to the others; one per value")
                    .required();
            return in.build(() -> new DistributionSpec.Choice(array(values.get()), array(weights.get())));
        });
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
