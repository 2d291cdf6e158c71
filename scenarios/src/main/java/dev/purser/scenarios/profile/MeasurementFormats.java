package dev.purser.scenarios.profile;

import static dev.purser.scenarios.profile.ProfileScalars.NUMBER;
import static dev.purser.scenarios.profile.ProfileScalars.NUMBER_ABOVE_0;
import static dev.purser.scenarios.profile.ProfileScalars.NUMBER_FROM_0;
import static dev.purser.scenarios.profile.ProfileScalars.NUMBER_OR_NULL;
import static dev.purser.scenarios.profile.ProfileScalars.SIZE;
import static dev.purser.scenarios.profile.ProfileScalars.WHOLE_FROM_0;

import dev.purser.scenarios.format.section.Format;
import dev.purser.scenarios.format.section.Shapes;
import dev.purser.simulator.hardware.Measurement;

/** The keys of what stands behind a measured law. */
final class MeasurementFormats {
    static final Format<Measurement.ModelSize> SIZE_OF_MODEL =
            new Format<>("modelSize", "How large the model is, by formula.", section -> {
                var parameters = section.key("parameters", WHOLE_FROM_0, "trained numbers")
                        .required();
                var flops = section.key("flopsPerSample", NUMBER_FROM_0, "floating-point operations of one sample")
                        .required();
                var bytes = section.key("bytesPerSample", NUMBER_FROM_0, "bytes of memory that one sample moves")
                        .required();
                var perBatch = section.key(
                                "bytesPerBatch", NUMBER_FROM_0, "bytes that are read once for a batch: weights")
                        .required();
                return section.build(
                        () -> new Measurement.ModelSize(parameters.get(), flops.get(), bytes.get(), perBatch.get()));
            });

    static final Format<Measurement.SpreadFit> SPREAD_FIT =
            new Format<>("spreadFit", "How well the spread fits: Kolmogorov-Smirnov distances.", section -> {
                var distance = section.key("distance", NUMBER_FROM_0, "of the spread to all calls of one caller")
                        .required();
                var own = section.key("ownDistance", NUMBER_FROM_0, "mean over the sizes, each with its own spread")
                        .required();
                var shared = section.key("sharedDistance", NUMBER_FROM_0, "mean over the sizes, one spread for all")
                        .required();
                var tail = section.key("tailError", NUMBER_FROM_0, "mean relative error of p99 over the sizes")
                        .required();
                return section.build(
                        () -> new Measurement.SpreadFit(distance.get(), own.get(), shared.get(), tail.get()));
            });

    static final Format<Measurement.Calls> CALLS =
            new Format<>("calls", "Times of calls with one batch size.", section -> {
                var batch = section.key("batch", SIZE, "samples of a call").required();
                var threads = section.key("threads", SIZE, "callers at once").required();
                var count = section.key("count", WHOLE_FROM_0, "calls measured").required();
                var mean = section.key("meanNanos", NUMBER_ABOVE_0, "mean time").required();
                var low = section.key("lowNanos", NUMBER_ABOVE_0, "lower end of the 95 % interval of the mean")
                        .required();
                var high = section.key("highNanos", NUMBER_ABOVE_0, "upper end of it")
                        .required();
                var percentiles = section.key(
                                "percentileNanos", Shapes.someNamed(name -> NUMBER_ABOVE_0), "percentiles: p50, p99.9")
                        .required();
                return section.build(() -> new Measurement.Calls(
                        batch.get(),
                        threads.get(),
                        count.get(),
                        mean.get(),
                        low.get(),
                        high.get(),
                        Percentiles.byProbability(DeviceFormat.sorted(percentiles.get()))));
            });

    static final Format<Measurement.TrainingSpeed> TRAINING =
            new Format<>("training", "Speed of training.", section -> {
                var batch = section.key("batch", SIZE, "samples of a step").required();
                var threads = section.key("threads", SIZE, "trainings at once, each of a model of its own")
                        .required();
                var speed = section.key("samplesPerSecond", NUMBER_ABOVE_0, "of all of them together")
                        .required();
                return section.build(() -> new Measurement.TrainingSpeed(batch.get(), threads.get(), speed.get()));
            });

    static final Format<Measurement.ColdStart> COLD_START =
            new Format<>("coldStart", "Start of a fresh process.", section -> {
                var process = section.key("processNanos", NUMBER_FROM_0, "until it can load a model")
                        .required();
                var load = section.key("loadNanos", NUMBER_ABOVE_0, "then until the model is loaded")
                        .required();
                var answer = section.key("firstAnswerNanos", NUMBER_ABOVE_0, "then until its first answer")
                        .required();
                return section.build(() -> new Measurement.ColdStart(process.get(), load.get(), answer.get()));
            });

    static final Format<Measurement> MEASUREMENT =
            new Format<>("measurement", "What stands behind a measured law.", section -> {
                var size = section.key("size", SIZE_OF_MODEL, "the model by formula")
                        .required();
                var smallest = section.key("smallestBatch", SIZE, "smallest size, in samples, the law was fitted on")
                        .required();
                var worst = section.key("worstError", NUMBER_OR_NULL, "largest relative error of the law")
                        .required();
                var spread = section.key("spreadFit", SPREAD_FIT, "how well the spread fits")
                        .required();
                var calls = section.key("calls", Shapes.listOfSome(CALLS), "times of calls")
                        .required();
                var training = section.key("training", Shapes.list(TRAINING), "speed of training")
                        .required();
                var cold = section.key("coldStart", COLD_START, "start of a fresh process")
                        .optional();
                var quality = section.key("quality", Shapes.named(name -> NUMBER), "metrics on held-out data by name")
                        .required();
                var redraws = section.key("redraws", Shapes.list(LawFormats.TIME), "laws of mean times drawn anew")
                        .required();
                return section.build(() -> new Measurement(
                        size.get(),
                        smallest.get(),
                        worst.get(),
                        spread.get(),
                        calls.get(),
                        training.get(),
                        cold.get(),
                        DeviceFormat.sorted(quality.get()),
                        redraws.get()));
            });

    private MeasurementFormats() {}
}
