package dev.purser.calibration.check.live;

import dev.purser.scenarios.InputException;
import dev.purser.scenarios.cli.LengthOfTime;
import dev.purser.simulator.serving.BatchingSpec;
import dev.purser.simulator.units.Nanos;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the user may choose about a live check. */
public final class LiveOptions {
    private static final int MOST = 1 << 20;
    private static final String USUAL_COLUMN = "count";
    private static final long IDLE_NANOS = 2_700 * Nanos.MILLISECOND;
    private static final long LENGTH_NANOS = 45 * Nanos.SECOND;

    @Option(
            names = "--samples",
            defaultValue = "16",
            paramLabel = "NUMBER",
            description = "Live: samples of each request. Default: ${DEFAULT-VALUE}.")
    private int samples;

    @Option(
            names = "--largest-batch",
            defaultValue = "256",
            paramLabel = "SAMPLES",
            description = "Live: largest batch. Default: ${DEFAULT-VALUE}.")
    private int largestBatch;

    @Option(
            names = "--longest-wait",
            converter = LengthOfTime.class,
            paramLabel = "TIME",
            description = "Live: how long a request waits for company, such as '2 ms'. Default: not at all.")
    private @Nullable Long longestWaitNanos;

    @Option(
            names = "--instances",
            defaultValue = "1",
            paramLabel = "NUMBER",
            description = "Live: model instances, each on a thread of its own. Default: ${DEFAULT-VALUE}.")
    private int instances;

    @Option(
            names = "--idle",
            paramLabel = "poll|sleep",
            description = "Live: what an instance without work does. Default: poll, where each instance and the sender "
                    + "have a core of their own.")
    private @Nullable String idle;

    @Option(
            names = "--trace",
            paramLabel = "FILE",
            description =
                    "Live: CSV table with counts of requests in equally long parts of a trace; the load rises and "
                            + "falls as they do, the whole trace within the time at each load. Default: a steady load.")
    private @Nullable Path trace;

    @Option(names = "--trace-column", paramLabel = "NAME", description = "Live: column of the counts. Default: count.")
    private @Nullable String traceColumn;

    @Option(
            names = "--loads",
            split = ",",
            converter = LoadShare.class,
            defaultValue = "20,40,60,80",
            paramLabel = "PERCENT",
            description = "Live: loads in percent of the measured capacity, in the mean of the time. Default: "
                    + "${DEFAULT-VALUE}.")
    private List<Double> loads = List.of();

    @Option(
            names = "--time",
            converter = LengthOfTime.class,
            paramLabel = "TIME",
            description = "Live: time at each load, all rounds together. Default: 45 s.")
    private @Nullable Long lengthNanos;

    @Option(
            names = "--rounds",
            defaultValue = "7",
            paramLabel = "NUMBER",
            description = "Live: how often the loads come in turn. Default: ${DEFAULT-VALUE}.")
    private int rounds;

    LiveSettings settings(long seed) {
        inRange("--samples", samples);
        inRange("--largest-batch", largestBatch);
        inRange("--instances", instances);
        inRange("--rounds", rounds);
        if (samples > largestBatch) {
            throw new InputException(
                    "--samples: got " + samples + ", must not pass the largest batch, " + largestBatch);
        }
        long wait = longestWaitNanos == null ? 0 : longestWaitNanos;
        return new LiveSettings(
                samples,
                new BatchingSpec(largestBatch, wait, List.of()),
                instances,
                idling(),
                shape(),
                loads,
                lengthNanos == null ? LENGTH_NANOS : lengthNanos,
                IDLE_NANOS,
                rounds,
                seed);
    }

    private List<Double> shape() {
        if (trace == null && traceColumn != null) {
            throw new InputException("--trace-column: got it, must only be given with --trace");
        }
        return trace == null
                ? SendTimes.STEADY
                : LoadShape.read(trace, Objects.requireNonNullElse(traceColumn, USUAL_COLUMN));
    }

    private Idle idling() {
        if (idle == null) {
            return Idle.suiting(instances, Runtime.getRuntime().availableProcessors());
        }
        return Arrays.stream(Idle.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(idle))
                .findFirst()
                .orElseThrow(() -> new InputException("--idle: got " + idle + ", must be poll or sleep"));
    }

    private static void inRange(String option, int value) {
        if (value < 1 || value > MOST) {
            throw new InputException(option + ": got " + value + ", must be a whole number from 1 to " + MOST);
        }
    }
}
