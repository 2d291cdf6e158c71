package dev.purser.scenarios.profile;

import static dev.purser.scenarios.profile.ProfileScalars.NUMBER_ABOVE_0;
import static dev.purser.scenarios.profile.ProfileScalars.NUMBER_FROM_0;
import static dev.purser.scenarios.profile.ProfileScalars.SIZE;

import dev.purser.scenarios.format.section.Alternatives;
import dev.purser.scenarios.format.section.Format;
import dev.purser.scenarios.format.section.Shape;
import dev.purser.scenarios.format.section.Shapes;
import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.Pauses;
import dev.purser.simulator.hardware.Spread;
import dev.purser.simulator.units.Check;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** The kinds of batch time and spread, each told by the one key of its object, such as {@code {"affine": {...}}}. */
final class LawFormats {
    static final Format<BatchTime.Affine> AFFINE =
            new Format<>("affineTime", "fixedNanos + perSampleNanos x samples.", section -> {
                var fixed = section.key("fixedNanos", NUMBER_FROM_0, "time of a batch without samples")
                        .required();
                var perSample = section.key("perSampleNanos", NUMBER_FROM_0, "time of one more sample")
                        .required();
                return section.build(() -> new BatchTime.Affine(fixed.get(), perSample.get()));
            });

    private static final Format<BatchTime> TABLE = points(
            "tableTime",
            "Straight lines between the sizes; the first time holds below them, in proportion above them.",
            BatchTime.Table::new);

    private static final Format<BatchTime> PADDED_STEPS = points(
            "paddedStepsTime",
            "A batch takes the time of the next of the sizes; above the last, several batches of the last size.",
            BatchTime.PaddedSteps::new);

    static final Shape<BatchTime> TIME = Alternatives.of(
            "time",
            "Mean time of one batch by its size in samples.",
            kind("affine", AFFINE),
            kind("table", TABLE),
            kind("paddedSteps", PADDED_STEPS));

    private static final Format<Spread> NONE = new Format<>(
            "noSpread", "Every batch takes exactly its mean time.", section -> section.build(Spread.None::new));

    private static final Format<Spread> LOGNORMAL =
            new Format<>("lognormalSpread", "exp(sigma Z - sigma^2 / 2) with Z standard normal.", section -> {
                var sigma = section.key("sigma", NUMBER_FROM_0, "standard deviation of the logarithm")
                        .required();
                return section.build(() -> new Spread.LogNormal(sigma.get()));
            });

    private static final Format<Spread> GAMMA =
            new Format<>("gammaSpread", "Gamma with this shape and the scale 1 / shape.", section -> {
                var shape = section.key("shape", NUMBER_ABOVE_0, "1 / variance").required();
                return section.build(() -> new Spread.Gamma(shape.get()));
            });

    private static final Format<Spread> EXPONENTIAL = new Format<>(
            "exponentialSpread", "A standard exponential factor.", section -> section.build(Spread.Exponential::new));

    private static final Format<Spread> EMPIRICAL =
            new Format<>("empiricalSpread", "Measured factors, joined by straight lines.", section -> {
                var factors = section.key(
                                "factors",
                                Shapes.listOfSome(NUMBER_ABOVE_0),
                                "at equally spaced probabilities from 0 to 1, ascending; scaled to mean 1 when read")
                        .required();
                return section.build(() -> new Spread.Empirical(doubles(factors.get())));
            });

    private static final Alternatives<Spread> SPREAD_OF_A_SIZE = Alternatives.of(
            "spreadOfASize",
            "How single batches of one size scatter around their mean time.",
            kind("none", NONE),
            kind("lognormal", LOGNORMAL),
            kind("gamma", GAMMA),
            kind("exponential", EXPONENTIAL),
            kind("empirical", EMPIRICAL));

    private static final Format<Spread> BY_SIZE = new Format<>(
            "spreadBySize",
            "A spread for each batch size; between two sizes that of one of them, at random.",
            section -> {
                var sizes = section.key("sizes", Shapes.listOfSome(SIZE), "batch sizes in samples, ascending")
                        .required();
                var spreads = section.key("spreads", Shapes.listOfSome(SPREAD_OF_A_SIZE), "the spread of each size")
                        .required();
                return section.build(() -> bySize(sizes.get(), spreads.get()));
            });

    static final Shape<Spread> SPREAD = SPREAD_OF_A_SIZE.and(
            "spread", "How single batches scatter around their mean time.", kind("bySize", BY_SIZE));

    static final Format<Pauses> PAUSES =
            new Format<>("pauses", "Moments in which an instance does not compute although there is work.", section -> {
                var wakeUp = section.key(
                                "wakeUpNanos", NUMBER_FROM_0, "added to a batch begun after there was nothing to do")
                        .required();
                var rate = section.key("stallsPerSecond", NUMBER_FROM_0, "stalls that begin in a second without one")
                        .required();
                var lengths = section.key(
                                "stallNanos",
                                Shapes.list(NUMBER_ABOVE_0),
                                "lengths of stalls, equally likely; empty where stallsPerSecond is 0")
                        .required();
                return section.build(() -> new Pauses(wakeUp.get(), rate.get(), doubles(lengths.get())));
            });

    private LawFormats() {}

    private static <T> Format<T> kind(String key, Format<? extends T> inner) {
        return new Format<>(key, inner.doc(), section -> {
            var value = section.key(key, inner, inner.doc()).required();
            return section.build(value::get);
        });
    }

    private static Format<BatchTime> points(String name, String doc, BiFunction<int[], double[], BatchTime> maker) {
        return new Format<>(name, doc, section -> {
            var sizes = section.key("sizes", Shapes.listOfSome(SIZE), "batch sizes in samples, ascending")
                    .required();
            var nanos = section.key("nanos", Shapes.listOfSome(NUMBER_ABOVE_0), "mean time of each size")
                    .required();
            return section.build(() ->
                    maker.apply(sizes.get().stream().mapToInt(Integer::intValue).toArray(), doubles(nanos.get())));
        });
    }

    private static Spread bySize(List<Integer> sizes, List<Spread> spreads) {
        Check.that(
                sizes.size() == spreads.size(), "spreads", spreads.size(), "must be as many as sizes, " + sizes.size());
        SortedMap<Integer, Spread> bySize = new TreeMap<>();
        for (int i = 0; i < sizes.size(); i++) {
            Check.atLeast(sizes.get(i), i == 0 ? 1 : sizes.get(i - 1) + 1, "batch size " + (i + 1));
            bySize.put(sizes.get(i), spreads.get(i));
        }
        return new Spread.BySize(bySize);
    }

    private static double[] doubles(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
