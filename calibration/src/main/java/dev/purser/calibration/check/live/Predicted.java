package dev.purser.calibration.check.live;

import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.Pauses;
import dev.purser.simulator.hardware.ServiceTimeLaw;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/**
 * What the simulator says of the requests of some rounds. Once with the law of the profile and as planned; once with what was
 * seen on the day, the calls that were timed between the loads, and requests as they were really sent. The server's own cost
 * is that of the idle server, both times.
 *
 * @param law of the model, from a profile
 */
record Predicted(ServiceTimeLaw law, LiveSettings settings, List<LiveRound> rounds) {
    /** Runs of each round with other random numbers: a handful of stalls decides a 99th percentile. */
    private static final int REPLICATIONS = 10;

    Predicted {
        rounds = List.copyOf(rounds);
    }

    LiveResult result(Optional<String> failure) {
        IdleRounds all = new IdleRounds(rounds.stream().map(LiveRound::idle).toList());
        ServerCost cost = all.serverCost();
        SimulatedServer fromProfile = simulated(cost.on(law, settings.samplesPerRequest(), largestBatch()));
        SimulatedServer fromCalls = simulated(cost.on(calls(all), settings.samplesPerRequest(), largestBatch()));
        List<LivePoint> points = IntStream.range(0, settings.loads().size())
                .mapToObj(load -> point(load, fromProfile, fromCalls))
                .toList();
        List<Double> drifts = rounds.stream()
                .map(round -> drift(new IdleRounds(List.of(round.idle()))))
                .toList();
        return new LiveResult(
                settings,
                capacity(),
                fromProfile.capacityPerSecond(),
                cost,
                new LiveResult.Stalled(share(law.pauses()), share(all.stalls())),
                drifts,
                points,
                failure);
    }

    private static double share(Optional<Pauses> pauses) {
        return pauses.map(Pauses::stalledShare).orElse(0.0);
    }

    private double capacity() {
        return new Median()
                .evaluate(rounds.stream()
                        .mapToDouble(LiveRound::capacityPerSecond)
                        .toArray());
    }

    private LivePoint point(int load, SimulatedServer fromProfile, SimulatedServer fromCalls) {
        List<Sent> sent = rounds.stream().map(round -> round.loads().get(load)).toList();
        return new LivePoint(
                settings.loads().get(load),
                new Median()
                        .evaluate(sent.stream()
                                .mapToDouble(each -> each.planned().perSecond())
                                .toArray()),
                Lateness.of(sent),
                sent.stream().map(Sent::answers).toList(),
                answers(fromProfile, sent.stream().map(Sent::asPlanned).toList()),
                answers(fromCalls, sent));
    }

    private List<Answers> answers(SimulatedServer server, List<Sent> sent) {
        List<Answers> answers = new ArrayList<>();
        long seed = settings.seed();
        for (int replication = 0; replication < REPLICATIONS; replication++) {
            for (Sent each : sent) {
                answers.add(server.run(each, seed++));
            }
        }
        return answers;
    }

    private int largestBatch() {
        return settings.batching().largestBatch();
    }

    private SimulatedServer simulated(ServiceTimeLaw batches) {
        return new SimulatedServer(
                batches, settings.batching(), settings.modelInstances(), settings.samplesPerRequest());
    }

    /** The profile's law with times and stalls of the day. */
    private ServiceTimeLaw calls(IdleRounds times) {
        return new ServiceTimeLaw(table(times), law.spread(), law.largestBatch(), law.sharedSpeed())
                .withPauses(times.stalls());
    }

    private BatchTime table(IdleRounds times) {
        int[] requests = times.requests();
        return new BatchTime.Table(
                IntStream.of(requests)
                        .map(count -> count * settings.samplesPerRequest())
                        .toArray(),
                IntStream.of(requests).mapToDouble(times::meanCallNanos).toArray());
    }

    private double drift(IdleRounds round) {
        return IntStream.of(round.requests())
                .mapToDouble(requests ->
                        round.meanCallNanos(requests) / law.time().meanNanos(requests * settings.samplesPerRequest()))
                .average()
                .orElseThrow();
    }
}
