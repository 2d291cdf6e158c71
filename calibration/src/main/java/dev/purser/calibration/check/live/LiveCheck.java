package dev.purser.calibration.check.live;

import dev.purser.calibration.models.Model;
import dev.purser.simulator.random.RandomStreams;
import dev.purser.simulator.serving.BatchingSpec;
import dev.purser.simulator.units.Nanos;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Puts a model behind a {@link LiveServer} under load, and asks the simulator about the same requests.
 *
 * <p>Calibration and loads take turns: before each load the idle server is measured, and its capacity, of which the load
 * is a share; and once more after the last. A machine whose speed changes shows.
 */
final class LiveCheck {
    private static final long WARM_UP_NANOS = 3 * Nanos.SECOND;
    private static final double WARM_UP_LOAD = 0.5;
    private static final long POLL_BETWEEN_BATCHES_NANOS = 500_000;

    private final Model model;
    private final Calibrated calibrated;
    private final LiveSettings settings;
    private final LiveProgress progress;
    private final RandomStreams streams;
    private final List<LiveRound> rounds = new ArrayList<>();

    /** Says how far it is. */
    @FunctionalInterface
    interface LiveProgress {
        /** So much of all is done, in [0, 1]; {@code what} comes next. */
        void at(double share, String what);
    }

    /**
     * @param calibrated what the profile knows of the model
     */
    LiveCheck(Model model, Calibrated calibrated, LiveSettings settings, LiveProgress progress) {
        this.model = model;
        this.calibrated = calibrated;
        this.settings = settings;
        this.progress = progress;
        this.streams = new RandomStreams(settings.seed(), 0);
    }

    /**
     * Runs all rounds. If one fails, those before it count.
     *
     * @throws IllegalStateException if not even the first could be finished
     */
    LiveResult run() throws InterruptedException {
        Optional<String> failure = Optional.empty();
        try {
            runRounds();
        } catch (IllegalStateException | OutOfMemoryError broken) {
            if (rounds.isEmpty()) {
                throw broken;
            }
            failure = Optional.of(String.valueOf(broken.getMessage()));
        }
        progress.at(1, "simulating");
        return new Predicted(calibrated, settings, rounds).result(failure);
    }

    private void runRounds() throws InterruptedException {
        try (Inputs inputs = Inputs.inTurn(model, settings.samplesPerRequest(), settings.seed());
                LiveServer server = server(settings.batching(), settings.idle().pollNanos());
                LiveServer atOnce = server(settings.batchingAtOnce(), pollBetweenBatches())) {
            runRounds(new Sender(server, inputs.batches()), new Sender(atOnce, inputs.batches()));
        }
    }

    private void runRounds(Sender sender, Sender atOnce) throws InterruptedException {
        try (IdleServer idle = new IdleServer(model, atOnce, sender, settings, streams.stream("courses"))) {
            progress.at(0, "warming up");
            warmUp(sender, idle);
            while (rounds.size() < settings.rounds()) {
                rounds.add(round(sender, idle, rounds.size()));
            }
        }
    }

    private LiveServer server(BatchingSpec batching, long pollNanos) {
        return new LiveServer(model::score, batching, settings.modelInstances(), pollNanos);
    }

    /** From one batch to the next, but not while calls of the model are timed: they need a core of their own. */
    private long pollBetweenBatches() {
        return Math.min(POLL_BETWEEN_BATCHES_NANOS, settings.idle().pollNanos());
    }

    private void warmUp(Sender sender, IdleServer idle) throws InterruptedException {
        idle.times();
        double roughly = idle.capacityPerSecond();
        double perSecond = WARM_UP_LOAD * roughly;
        sender.run(SendTimes.poisson(perSecond, SendTimes.STEADY, WARM_UP_NANOS, streams.stream("warm-up")));
        idle.timesAfter(perSecond);
    }

    private LiveRound round(Sender sender, IdleServer idle, int round) throws InterruptedException {
        ageWhatLives();
        List<IdleTimes> idleTimes = new ArrayList<>();
        List<Double> capacities = new ArrayList<>();
        List<Sent> sent = new ArrayList<>();
        double perSecond = 0;
        for (double load : settings.loads()) {
            double done = (round + (double) sent.size() / settings.loads().size()) / settings.rounds();
            progress.at(done, "idle server");
            IdleTimes between = sent.isEmpty() ? idle.times() : idle.timesAfter(perSecond);
            double capacity = idle.capacityPerSecond();
            perSecond = load * capacity;
            idle.addCourse(between.beforeLoad(), perSecond);
            progress.at(done, Math.round(load * 100) + " % load");
            SendTimes planned = planned(perSecond, round, sent.size());
            refuseEmpty(planned, load);
            sent.add(sender.run(planned));
            idleTimes.add(between);
            capacities.add(capacity);
        }
        idleTimes.add(idle.timesAfter(perSecond));
        return new LiveRound(idleTimes, capacities, sent);
    }

    /**
     * Moves all that lives on out of the young generation. The serial collector, which Purser runs with, would copy it fifteen
     * times, 8 ms each after the start, which is no part of a server that has been at work for a while.
     */
    private static void ageWhatLives() {
        System.gc();
    }

    /** Nothing could be said of it. */
    static void refuseEmpty(SendTimes planned, double load) {
        if (planned.requests() == 0) {
            throw new IllegalStateException(String.format(
                    Locale.ROOT,
                    "not one request came in %.3g s of a round at %.0f %% load; give it more --time",
                    Nanos.toSeconds(planned.lengthNanos()),
                    100 * load));
        }
    }

    /** Rounds that are done. */
    List<LiveRound> rounds() {
        return List.copyOf(rounds);
    }

    private SendTimes planned(double perSecond, int round, int load) {
        return SendTimes.poisson(
                perSecond,
                settings.shape(),
                settings.lengthNanos() / settings.rounds(),
                streams.substream("arrivals", (long) round * settings.loads().size() + load));
    }
}
