package dev.purser.calibration.check.live;

import dev.purser.calibration.models.Batch;
import dev.purser.calibration.models.Model;
import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.ServiceTimeLaw;
import dev.purser.simulator.random.RandomStreams;
import dev.purser.simulator.serving.BatchingSpec;
import dev.purser.simulator.units.Nanos;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/**
 * Puts a model behind a {@link LiveServer} under Poisson load, and asks the simulator about the same requests.
 *
 * <p>Every round measures the idle server, its capacity and then each load as a share of that, so that a machine whose
 * speed changes shows.
 */
final class LiveCheck {
    private static final int INPUTS = 16;
    private static final long WARM_UP_NANOS = 3 * Nanos.SECOND;
    private static final double WARM_UP_LOAD = 0.5;

    private final Model model;
    private final ServiceTimeLaw law;
    private final LiveSettings settings;
    private final LiveProgress progress;
    private final RandomStreams streams;
    private final List<CallTimes> rounds = new ArrayList<>();
    private final List<Double> capacities = new ArrayList<>();
    private final List<List<Schedule>> schedules = new ArrayList<>();
    private final List<Answers> measured = new ArrayList<>();

    /** Says how far it is. */
    @FunctionalInterface
    interface LiveProgress {
        /** So much of all is done, in [0, 1]; {@code what} comes next. */
        void at(double share, String what);
    }

    /**
     * @param law of the model, from a profile
     */
    LiveCheck(Model model, ServiceTimeLaw law, LiveSettings settings, LiveProgress progress) {
        this.model = model;
        this.law = law;
        this.settings = settings;
        this.progress = progress;
        this.streams = new RandomStreams(settings.seed(), 0);
        for (int i = 0; i < settings.loads().size(); i++) {
            schedules.add(new ArrayList<>());
            measured.add(new Answers());
        }
    }

    LiveResult run() throws InterruptedException {
        List<Batch> inputs = IntStream.range(0, INPUTS)
                .mapToObj(i -> model.batch(settings.samplesPerRequest(), settings.seed() + i))
                .toList();
        try (LiveServer server = server(settings.batching());
                LiveServer atOnce = server(settings.batchingAtOnce())) {
            Sender sender = new Sender(server, inputs);
            IdleServer idle = new IdleServer(model, new Sender(atOnce, inputs), settings);
            progress.at(0, "warming up");
            warmUp(sender, idle);
            for (int round = 0; round < settings.rounds(); round++) {
                round(sender, idle, round);
            }
        }
        return result();
    }

    private LiveServer server(BatchingSpec batching) {
        return new LiveServer(model::score, batching, settings.modelInstances());
    }

    private void warmUp(Sender sender, IdleServer idle) throws InterruptedException {
        double roughly = idle.capacityPerSecond();
        sender.run(Schedule.poisson(WARM_UP_LOAD * roughly, WARM_UP_NANOS, streams.stream("warm-up")));
        idle.times();
    }

    private void round(Sender sender, IdleServer idle, int round) throws InterruptedException {
        int loads = settings.loads().size();
        progress.at((double) round / settings.rounds(), "idle server");
        rounds.add(idle.times());
        double capacity = idle.capacityPerSecond();
        capacities.add(capacity);
        for (int i = 0; i < loads; i++) {
            double load = settings.loads().get(i);
            progress.at((round + (double) i / loads) / settings.rounds(), Math.round(load * 100) + " % load");
            Schedule schedule = Schedule.poisson(
                    load * capacity,
                    settings.lengthNanos() / settings.rounds(),
                    streams.substream("arrivals", (long) round * loads + i));
            schedules.get(i).add(schedule);
            measured.get(i).add(sender.run(schedule));
        }
    }

    private LiveResult result() {
        CallTimes all = new CallTimes();
        rounds.forEach(all::add);
        ServerCost cost = all.serverCost();
        SimulatedServer predicted = simulated(cost, samples -> law.time().meanNanos(samples));
        SimulatedServer predictedNow = simulated(cost, table(all)::meanNanos);
        List<LivePoint> points = IntStream.range(0, settings.loads().size())
                .mapToObj(i -> new LivePoint(
                        settings.loads().get(i),
                        schedules.get(i).stream()
                                .mapToDouble(Schedule::perSecond)
                                .average()
                                .orElseThrow(),
                        measured.get(i),
                        simulate(predicted, i),
                        simulate(predictedNow, i)))
                .toList();
        double capacity = new Median()
                .evaluate(capacities.stream().mapToDouble(Double::doubleValue).toArray());
        return new LiveResult(
                settings, capacity, cost, rounds.stream().map(this::drift).toList(), points);
    }

    private SimulatedServer simulated(ServerCost cost, java.util.function.IntToDoubleFunction callNanos) {
        ServiceTimeLaw whole = cost.on(
                callNanos,
                law.spread(),
                settings.samplesPerRequest(),
                settings.batching().largestBatch());
        ServiceTimeLaw shared =
                new ServiceTimeLaw(whole.time(), whole.spread(), whole.largestBatch(), law.sharedSpeed());
        return new SimulatedServer(
                shared, settings.batching(), settings.modelInstances(), settings.samplesPerRequest());
    }

    private Answers simulate(SimulatedServer server, int load) {
        Answers answers = new Answers();
        List<Schedule> same = schedules.get(load);
        for (int round = 0; round < same.size(); round++) {
            answers.add(server.run(same.get(round), settings.seed() + round));
        }
        return answers;
    }

    private BatchTime table(CallTimes times) {
        int[] requests = times.requests();
        return new BatchTime.Table(
                IntStream.of(requests)
                        .map(count -> count * settings.samplesPerRequest())
                        .toArray(),
                IntStream.of(requests).mapToDouble(times::meanCallNanos).toArray());
    }

    private double drift(CallTimes round) {
        return IntStream.of(round.requests())
                .mapToDouble(requests ->
                        round.meanCallNanos(requests) / law.time().meanNanos(requests * settings.samplesPerRequest()))
                .average()
                .orElseThrow();
    }
}
