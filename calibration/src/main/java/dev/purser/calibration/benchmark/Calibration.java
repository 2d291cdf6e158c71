package dev.purser.calibration.benchmark;

import dev.purser.calibration.fit.Rounds;
import dev.purser.calibration.models.ModelKind;
import dev.purser.simulator.units.Nanos;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.openjdk.jmh.infra.IterationParams;

/**
 * Times models one after the other, each in processes of its own, and keeps every round as it ends.
 *
 * @param effort how much is measured
 * @param preparation where weights come from
 * @param fork how processes run
 * @param folder where times go, and where those of an earlier attempt lie
 */
public record Calibration(Effort effort, Preparation preparation, Fork fork, CalibrationFolder folder) {
    private static final String OUT_OF_MEMORY = OutOfMemoryError.class.getSimpleName();

    /**
     * Times all {@code kinds}.
     *
     * @param progress hears how far it has come
     * @param warnings hears what people should know and what is no reason to stop
     * @throws CalibrationFailure if some of it cannot be measured; all the rest is measured first and kept
     */
    public List<Measured> run(List<ModelKind> kinds, Progress progress, Consumer<String> warnings) throws IOException {
        List<Measured> measured = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        long started = System.nanoTime();
        for (ModelKind kind : kinds) {
            long spentNanos = System.nanoTime() - started;
            long roundNanos = effort.roundNanos(kinds.size() - kinds.indexOf(kind), spentNanos);
            progress.working(kind.name());
            try {
                ModelFolder times = folder.of(kind.name());
                times.torn()
                        .forEach(file -> warnings.accept(kind.name() + ": " + file + " is torn, and measured again"));
                measured.add(model(kind, times, roundNanos, progress));
                failures.addAll(failures(kind, times));
            } catch (CalibrationFailure failure) {
                failures.add(failure.getMessage());
            } catch (OutOfMemoryError full) {
                failures.add(kind.name() + ": " + OUT_OF_MEMORY + " while its weights were made");
            }
        }
        if (!failures.isEmpty()) {
            throw new CalibrationFailure(told(failures));
        }
        return measured;
    }

    private static String told(List<String> failures) {
        List<String> lines = new ArrayList<>(failures);
        if (failures.stream().anyMatch(failure -> failure.contains(OUT_OF_MEMORY))) {
            lines.add("give its processes more with --memory, or choose a smaller --largest-batch");
        }
        lines.add("no profile was written; all other times are kept, and the same command goes on from there");
        return String.join(System.lineSeparator(), lines);
    }

    private Measured model(ModelKind kind, ModelFolder times, long roundNanos, Progress progress) throws IOException {
        times.forgetFailures();
        Preparation.Weights weights = preparation.prepare(kind, times);
        for (int pass = 0; pass < effort.passes(); pass++) {
            pass(kind, times, pass, roundNanos, progress);
        }
        preparation.tidy(times);
        return new Measured(kind.name(), weights.size(), weights.quality(), starts(times), rounds(times));
    }

    private List<String> failures(ModelKind kind, ModelFolder times) {
        return effort.cases().stream()
                .flatMap(
                        each -> times.failure(each).stream().map(why -> kind.name() + ", " + each.label() + ": " + why))
                .toList();
    }

    /** What one process times; nothing if an earlier attempt finished it. */
    private void pass(ModelKind kind, ModelFolder times, int pass, long roundNanos, Progress progress) {
        ForkOrder order = new ForkOrder(kind.name(), times.folder(), preparation.seed(), pass, effort.cases());
        List<Integer> there = effort.cases().stream()
                .map(each -> times.rounds(each, pass).size())
                .toList();
        int missing = missing(there);
        double roundSeconds = Nanos.toSeconds(roundNanos);
        progress.done(there.stream().mapToInt(Integer::intValue).sum() * roundSeconds);
        if (missing > 0) {
            fork.run(order, missing, roundNanos, iteration -> progress.done(seconds(iteration)));
        } else {
            progress.done(effort.cases().size() * roundSeconds / Effort.WARM_UP_DIVISOR);
        }
    }

    /** Rounds that a process still has to measure, of the rounds that are there of each case. */
    private int missing(List<Integer> there) {
        int all = there.stream().mapToInt(Integer::intValue).sum();
        int fewest = Math.min(Schedule.FEWEST_ROUNDS, effort.rounds());
        int lacking =
                there.stream().mapToInt(rounds -> Math.max(0, fewest - rounds)).sum();
        return Math.max(lacking, effort.cases().size() * effort.rounds() - all);
    }

    private static double seconds(IterationParams iteration) {
        return Nanos.toSeconds(iteration.getTime().convertTo(TimeUnit.NANOSECONDS));
    }

    private List<Measured.FreshStart> starts(ModelFolder times) {
        return IntStream.range(0, effort.passes())
                .mapToObj(times::start)
                .flatMap(Optional::stream)
                .map(start -> new Measured.FreshStart(start.processNanos(), start.loadNanos(), start.answerNanos()))
                .toList();
    }

    private Map<Case, Rounds> rounds(ModelFolder times) {
        Map<Case, Rounds> rounds = new HashMap<>();
        for (Case each : effort.cases()) {
            List<double[]> nanos = IntStream.range(0, effort.passes())
                    .boxed()
                    .flatMap(pass -> times.rounds(each, pass).stream())
                    .map(Round::all)
                    .toList();
            if (!nanos.isEmpty()) {
                rounds.put(each, new Rounds(each.batch(), nanos));
            }
        }
        return rounds;
    }
}
