package dev.purser.calibration.benchmark;

import dev.purser.calibration.fit.Rounds;
import dev.purser.simulator.hardware.Precision;
import dev.purser.simulator.units.Nanos;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.openjdk.jmh.infra.IterationParams;

/**
 * One model in one number format, which is timed in processes of its own.
 *
 * @param model its name
 * @param precision the number format
 * @param effort how much is measured
 * @param seed of its input
 * @param home where the model's weights lie, and its times in the usual format
 */
record Subject(String model, Precision precision, Effort effort, long seed, ModelFolder home) {
    private static final int FEWEST_ROUNDS = 2;
    private static final int MOST_ATTEMPTS = 2;

    /** How messages name it. */
    String label() {
        return precision == Formats.USUAL ? model : model + " at " + precision;
    }

    ModelFolder times() {
        return home.in(precision);
    }

    /** Times what is not there yet. */
    void measure(Fork fork, long roundNanos, Progress progress) {
        for (int pass = 0; pass < effort.passes(); pass++) {
            pass(fork, pass, roundNanos, progress);
        }
    }

    /** What one process times; nothing if an earlier attempt finished it. */
    private void pass(Fork fork, int pass, long roundNanos, Progress progress) {
        double roundSeconds = Nanos.toSeconds(roundNanos);
        progress.done(sum(there(pass)) * roundSeconds);
        if (missing(pass) == 0) {
            progress.done(effort.cases().size() * roundSeconds * effort.warmUpInRounds());
        }
        inProcesses(fork, pass, roundNanos, progress);
        makeUp(fork, pass, roundNanos);
        progress.done(Nanos.toSeconds(Effort.PROCESS_NANOS));
    }

    /** One process; where memory runs out in it, another one for the rest, as long as each of them gets further. */
    private void inProcesses(Fork fork, int pass, long roundNanos, Progress progress) {
        while (missing(pass) > 0) {
            int before = results(pass);
            try {
                run(fork, pass, able(), missing(pass), roundNanos, iteration -> progress.done(seconds(iteration)));
                return;
            } catch (CalibrationFailure died) {
                if (!died.outOfMemory() || results(pass) == before) {
                    throw died;
                }
            }
        }
    }

    /** On a busy machine rounds may pass without the end of a call. They are made up, in a process of their own. */
    private void makeUp(Fork fork, int pass, long roundNanos) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            List<Case> unfinished = able().stream()
                    .filter(each -> lacking(there(each, pass)) > 0)
                    .toList();
            if (!unfinished.isEmpty()) {
                run(fork, pass, unfinished, lacking(there(pass)), 2 * roundNanos, iteration -> {});
            }
        }
    }

    private void run(
            Fork fork, int pass, List<Case> cases, int rounds, long roundNanos, Consumer<IterationParams> ended) {
        ForkOrder order = new ForkOrder(model, home.folder(), precision, seed, pass, cases);
        fork.run(order, effort.warmUpRounds() * cases.size(), rounds, roundNanos, ended);
    }

    /** Rounds that are there, and cases that are known to fail. */
    private int results(int pass) {
        return sum(there(pass)) + effort.cases().size() - able().size();
    }

    /** Rounds that are not there yet; one where only the start of the process is missing. */
    private int missing(int pass) {
        List<Integer> there = there(pass);
        boolean start = there.isEmpty() || times().start(pass).isPresent();
        return Math.max(Math.max(lacking(there), start ? 0 : 1), there.size() * effort.rounds() - sum(there));
    }

    /** Rounds that are there of each case that does not fail. */
    private List<Integer> there(int pass) {
        return able().stream().map(each -> there(each, pass)).toList();
    }

    private int there(Case each, int pass) {
        return times().rounds(each, pass).size();
    }

    /** Rounds without which a process is not finished. */
    private int lacking(List<Integer> there) {
        return there.stream().mapToInt(this::lacking).sum();
    }

    private int lacking(int there) {
        return Math.max(0, Math.min(Schedule.FEWEST_ROUNDS, effort.rounds()) - there);
    }

    private static int sum(List<Integer> rounds) {
        return rounds.stream().mapToInt(Integer::intValue).sum();
    }

    /** Cases that are not known to fail. */
    private List<Case> able() {
        return effort.cases().stream()
                .filter(each -> times().failure(each).isEmpty())
                .toList();
    }

    private static double seconds(IterationParams iteration) {
        return Nanos.toSeconds(iteration.getTime().convertTo(TimeUnit.NANOSECONDS));
    }

    /** Cases that could not be measured: those that failed, and those with too few rounds to say how they differ. */
    List<Gap> gaps() {
        return effort.cases().stream().flatMap(each -> gap(each).stream()).toList();
    }

    private Optional<Gap> gap(Case measured) {
        String place = label() + ", " + measured.label() + ": ";
        return times().failure(measured).map(why -> Gap.ofCase(place + why)).or(() -> tooFew(measured, place));
    }

    private Optional<Gap> tooFew(Case measured, String place) {
        int rounds = rounds(measured).size();
        return rounds >= FEWEST_ROUNDS
                ? Optional.empty()
                : Optional.of(new Gap(
                        place + "calls ended in " + rounds + " of its rounds, must be in " + FEWEST_ROUNDS,
                        Gap.Cause.SLOW));
    }

    /** All that was measured, with the size and quality of {@code weights}. */
    Measured measured(Preparation.Weights weights) {
        Map<Case, Rounds> rounds = new HashMap<>();
        for (Case each : effort.cases()) {
            List<Round> measured = rounds(each);
            if (measured.size() >= FEWEST_ROUNDS) {
                rounds.put(
                        each,
                        new Rounds(
                                each.batch(),
                                measured.stream().map(Round::times).toList()));
            }
        }
        return new Measured(
                model, precision, Formats.size(weights.size(), precision), weights.quality(), starts(), rounds);
    }

    private List<Round> rounds(Case measured) {
        return IntStream.range(0, effort.passes())
                .boxed()
                .flatMap(pass -> times().rounds(measured, pass).stream())
                .toList();
    }

    private List<Measured.FreshStart> starts() {
        return IntStream.range(0, effort.passes())
                .mapToObj(times()::start)
                .flatMap(Optional::stream)
                .map(start -> new Measured.FreshStart(start.processNanos(), start.loadNanos(), start.answerNanos()))
                .toList();
    }
}
