package dev.purser.calibration.check.live;

import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.Pauses;
import dev.purser.simulator.hardware.ServiceTimeLaw;
import dev.purser.simulator.hardware.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/**
 * What the simulator says of the requests of some rounds. Once with the law of the profile, the cost of the idle server, and
 * requests as planned; once with what was seen in between the loads, batches through the idle server right before and after
 * each load, and requests as they were really sent.
 *
 * @param calibrated what the profile knows of the model
 */
record Predicted(Calibrated calibrated, LiveSettings settings, List<LiveRound> rounds) {
    /** Runs of each round with other random numbers: some ten stalls decide the 99th percentile of all rounds. */
    private static final int REPLICATIONS = 10;

    Predicted {
        rounds = List.copyOf(rounds);
    }

    LiveResult result(Optional<String> failure) {
        IdleRounds all = new IdleRounds(
                rounds.stream().flatMap(round -> round.idle().stream()).toList());
        ServerCost cost = all.serverCost();
        SimulatedServer fromProfile = simulated(cost.on(law(), settings.samplesPerRequest()));
        Spread spread = all.batchSpread(settings.samplesPerRequest());
        Optional<Pauses> stalls = all.stalls();
        List<LivePoint> points = IntStream.range(0, settings.loads().size())
                .mapToObj(load -> point(load, fromProfile, spread, stalls))
                .toList();
        return new LiveResult(
                settings,
                capacity(),
                fromProfile.capacityPerSecond(),
                cost,
                new LiveResult.Stalled(share(law().pauses()), share(stalls)),
                drift(all),
                points,
                failure);
    }

    private static double share(Optional<Pauses> pauses) {
        return pauses.map(Pauses::stalledShare).orElse(0.0);
    }

    private double capacity() {
        return new Median()
                .evaluate(rounds.stream()
                        .flatMap(round -> round.capacities().stream())
                        .mapToDouble(Double::doubleValue)
                        .toArray());
    }

    private LivePoint point(int load, SimulatedServer fromProfile, Spread spread, Optional<Pauses> stalls) {
        LoadTimes times =
                LoadTimes.of(rounds.stream().map(round -> round.around(load)).toList());
        List<Sent> sent = rounds.stream().map(round -> round.loads().get(load)).toList();
        List<Compared> compared = new ArrayList<>();
        for (int round = 0; round < rounds.size(); round++) {
            Sent each = sent.get(round);
            SimulatedServer fromBetween = simulated(
                    law(times, round, spread).withPauses(Optional.of(ServerCost.pauses(times.wakeUpNanos(), stalls))));
            compared.add(new Compared(
                    each.answers(), answers(fromProfile, each.asPlanned(), round), answers(fromBetween, each, round)));
        }
        return new LivePoint(
                settings.loads().get(load),
                sent.stream()
                        .mapToDouble(each -> each.planned().perSecond())
                        .average()
                        .orElseThrow(),
                Lateness.of(sent),
                compared);
    }

    private List<Answers> answers(SimulatedServer server, Sent sent, int round) {
        return IntStream.range(0, REPLICATIONS)
                .mapToObj(replication -> server.run(sent, settings.seed() + (long) round * REPLICATIONS + replication))
                .toList();
    }

    private int largestBatch() {
        return settings.batching().largestBatch();
    }

    private SimulatedServer simulated(ServiceTimeLaw batches) {
        return new SimulatedServer(
                batches, settings.batching(), settings.modelInstances(), settings.samplesPerRequest());
    }

    /** Batches right before and after the load, in its order; scatter of all rounds. */
    private ServiceTimeLaw law(LoadTimes times, int round, Spread spread) {
        int[] requests = times.rounds().get(round).counts();
        double[] nanos = IntStream.of(requests)
                .mapToDouble(count -> times.batchNanos(round, count))
                .toArray();
        int[] samples = IntStream.of(requests)
                .map(count -> count * settings.samplesPerRequest())
                .toArray();
        return new ServiceTimeLaw(new BatchTime.Table(samples, nanos), spread, largestBatch(), law().sharedSpeed());
    }

    private Drift drift(IdleRounds all) {
        SortedMap<Integer, Double> ofSizes = new TreeMap<>();
        for (int requests : all.called()) {
            ofSizes.put(requests * settings.samplesPerRequest(), overLaw(all, requests));
        }
        int[] measured = calibrated.measuredAmong(ofSizes.keySet().stream().mapToInt(Integer::intValue));
        return new Drift(
                rounds.stream()
                        .map(round -> meanOverLaw(round.allIdle(), measured))
                        .toList(),
                ofSizes,
                IntStream.of(measured).boxed().collect(Collectors.toSet()));
    }

    /** In the mean over the sizes that the profile knows from measurements: what is between them is no matter of speed. */
    private double meanOverLaw(IdleRounds round, int[] measured) {
        return IntStream.of(measured)
                .mapToDouble(samples -> overLaw(round, samples / settings.samplesPerRequest()))
                .average()
                .orElseThrow();
    }

    private double overLaw(IdleRounds idle, int requests) {
        return idle.meanCallNanos(requests) / law().time().meanNanos(requests * settings.samplesPerRequest());
    }

    private ServiceTimeLaw law() {
        return calibrated.law();
    }
}
