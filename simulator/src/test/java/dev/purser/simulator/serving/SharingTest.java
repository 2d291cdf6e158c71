package dev.purser.simulator.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.Spread;
import dev.purser.simulator.random.DistributionSpec;
import dev.purser.simulator.statistics.QueueingFormulas;
import dev.purser.simulator.statistics.Replicated;
import dev.purser.simulator.traffic.TrafficSpec;
import dev.purser.simulator.units.Nanos;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Model instances that share one device, closed loops and balancers against closed forms. Student intervals over ten
 * replications (seed 20260315, chosen beforehand), each with a false-alarm rate of 1 in 10,000. A request alone takes
 * 10 ms.
 */
class SharingTest {
    private static final long SEED = 20260315;
    private static final double FALSE_ALARM = 1e-4;
    private static final double UNIT = 10.0 * Nanos.MILLISECOND;

    /** Two at half speed each from 4 to 16 ms, then the second alone: 10 = 4 + 6 (12 ms at half), then 4 ms. */
    @Test
    void sharingByHand() {
        Station station = new Station();
        station.spread = new Spread.None();
        station.servers = 2;
        station.sharedSpeed = List.of(1.0);
        assertEquals(
                List.of("FULL 16", "FULL 16"),
                new Timeline(station).requests(0, 4).outcomes());
        assertEquals(20 * Nanos.MILLISECOND, station.set.busyNanos());
    }

    /** One alone runs at 0.8, two at 0.5 each: 0.8 x 5 = 4 ms of work until 5 ms; the other 6 take 12 ms. */
    @Test
    void speedsOfTheProfileByHand() {
        Station station = new Station();
        station.spread = new Spread.None();
        station.time = new BatchTime.Affine(10.0 * Nanos.MILLISECOND, 0);
        station.servers = 2;
        station.sharedSpeed = List.of(0.8, 1.0);
        assertEquals(
                List.of("FULL 17", "FULL 17"),
                new Timeline(station).requests(0, 5).outcomes());
    }

    /**
     * 4 of 10 ms beside the device. The first computes from 4 ms, alone until the second has come at 5; of its 6 ms then
     * 5 are left, which take 10: 15. The second has 1 ms left by then and is done at 16.
     */
    @Test
    void hostTimeByHand() {
        Station station = overlapping(2, List.of(1.0));
        assertEquals(
                List.of("FULL 15", "FULL 15"),
                new Timeline(station).requests(0, 1).outcomes());
        assertEquals(16 * Nanos.MILLISECOND, station.set.busyNanos());
    }

    /** In three passes of 10 ms the first 4 ms are beside the device: 26 ms of device for each, 1 ms alone, then shared. */
    @Test
    void onlyTheFirstPassHasHostTime() {
        Station station = overlapping(2, List.of(1.0));
        assertEquals(
                List.of("FULL 55", "FULL 55"),
                new Timeline(station).request(0, 3).request(1, 3).outcomes());
    }

    /** A host time longer than the batch takes is the whole batch: both run side by side. */
    @Test
    void allOfABatchCanBeHostTime() {
        Station station = overlapping(2, List.of(1.0));
        station.hostTime = Optional.of(new BatchTime.Affine(50.0 * Nanos.MILLISECOND, 0));
        assertEquals(
                List.of("FULL 10", "FULL 10"),
                new Timeline(station).requests(0, 1).outcomes());
    }

    /** With one model instance, or where nothing is shared, the same happens as without knowing of it. */
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 3"})
    void hostTimeMattersOnlyWhereSpeedIsShared(int servers, int replication) {
        List<Double> unshared =
                IntStream.rangeClosed(1, servers).mapToObj(n -> (double) n).toList();
        Station with = overlapping(servers, unshared);
        Station without = overlapping(servers, unshared);
        without.hostTime = Optional.empty();
        for (Station station : List.of(with, without)) {
            station.spread = new Spread.LogNormal(0.3);
            station.perSecond = 80 * servers;
            station.horizonNanos = 20 * Nanos.SECOND;
            station.run(SEED, replication);
        }
        assertEquals(without.meanLatency(UNIT), with.meanLatency(UNIT), servers == 1 ? 0 : 1e-6);
        assertEquals(
                without.pipeline.tally().answeredSoFar(), with.pipeline.tally().answeredSoFar());
    }

    /** Two clients that hardly think and start at once, 6 ms beside the device and 4 on it: 6 + 2 x 4 = 14 ms a round. */
    @Test
    void overlapInAClosedLoop() {
        Station station = overlapping(2, List.of(1.0));
        station.hostTime = Optional.of(new BatchTime.Affine(6.0 * Nanos.MILLISECOND, 0));
        station.traffic = new TrafficSpec.ClosedLoop(2, new DistributionSpec.Fixed(1e-9));
        station.horizonNanos = 14 * Nanos.SECOND + Nanos.MILLISECOND;
        station.run(SEED, 0);
        assertEquals(2000, station.pipeline.tally().answeredSoFar());
        assertEquals(
                14 * Nanos.MILLISECOND, station.pipeline.tally().totalLatency().meanNanos(), 1e-6);
    }

    private static Station overlapping(int servers, List<Double> speeds) {
        Station station = new Station();
        station.spread = new Spread.None();
        station.servers = servers;
        station.sharedSpeed = speeds;
        station.hostTime = Optional.of(new BatchTime.Affine(4.0 * Nanos.MILLISECOND, 0));
        return station;
    }

    /** With exponential work, however many share: the number in system is that of M/M/1, T = 1 / (1 - load). */
    @ParameterizedTest
    @CsvSource({"2, 0.7", "8, 0.8"})
    void exponentialWorkIsMm1(int instances, double load) {
        Replicated.of(
                        10,
                        FALSE_ALARM,
                        replication -> shared(instances, load, new Spread.Exponential(), List.of(1.0))
                                .run(SEED, replication)
                                .meanLatency(UNIT))
                .assertMean(1 / (1 - load), 0.06, instances + " instances at load " + load);
    }

    /** Processor sharing knows of the work only its mean: M/G/1-PS has T = 1 / (1 - load) for any spread. */
    @ParameterizedTest
    @CsvSource({"0.3", "1.0"})
    void processorSharingIsInsensitive(double sigma) {
        Replicated.of(
                        16,
                        FALSE_ALARM,
                        replication -> shared(200, 0.7, new Spread.LogNormal(sigma), List.of(1.0))
                                .run(SEED, replication)
                                .meanLatency(UNIT))
                .assertMean(1 / 0.3, 0.05, "lognormal sigma " + sigma);
    }

    /**
     * Total speed 1 with one and 1.5 with two running, a = 0.9 Erlang: p1 = a p0, p(n+1) = (a / 1.5) p(n). With r = 0.6
     * the mean number is p1 / (1 - r)^2 and p0 = 1 / (1 + a / (1 - r)) = 1 / 3.25; T = (p1 / 0.16) / a = p0 / 0.16.
     */
    @Test
    void partialSharing() {
        Replicated.of(
                        10,
                        FALSE_ALARM,
                        replication -> shared(2, 0.9, new Spread.Exponential(), List.of(1.0, 1.5))
                                .run(SEED, replication)
                                .meanLatency(UNIT))
                .assertMean(1 / 3.25 / 0.16, 0.05, "speeds 1 and 1.5");
    }

    /**
     * Machine repair, M/M/1//N: weights N! / (N - n)! (S / Z)^n of n at the server; throughput X = (1 - p0) / S and,
     * by Little's law over the loop, R = N / X - Z.
     */
    @ParameterizedTest
    @CsvSource({"1, 5", "4, 3", "20, 10"})
    void closedLoop(int clients, double thinkUnits) {
        double weight = 1;
        double sum = 1;
        for (int n = 1; n <= clients; n++) {
            weight *= (clients - n + 1) / thinkUnits;
            sum += weight;
        }
        double throughput = 1 - 1 / sum;
        double expected = clients / throughput - thinkUnits;
        Replicated.of(10, FALSE_ALARM, replication -> {
                    Station station = new Station();
                    station.traffic =
                            new TrafficSpec.ClosedLoop(clients, new DistributionSpec.Exponential(thinkUnits / 100));
                    station.warmUpNanos = 10 * Nanos.SECOND;
                    station.horizonNanos = 500 * Nanos.SECOND;
                    return station.run(SEED, replication).meanLatency(UNIT);
                })
                .assertMean(expected, 0.03, clients + " clients thinking " + thinkUnits);
    }

    /** A random balancer splits Poisson arrivals: each replica is M/M/1 for itself. */
    @Test
    void randomBalancerIsMm1() {
        replicated("random", 8, 0.8).assertMean(5, 0.05, "random");
    }

    /** Each of two replicas gets every second arrival: E2/M/1, T = 1 / (1 - s) with s = (2 l / (2 l + 1 - s))^2. */
    @Test
    void roundRobinIsE2m1() {
        double load = 0.8;
        double root = 0.5;
        for (int i = 0; i < 200; i++) {
            root = Math.pow(2 * load / (2 * load + 1 - root), 2);
        }
        replicated("round-robin", 2, load).assertMean(1 / (1 - root), 0.05, "round robin");
    }

    /**
     * Mean times fall from random over two choices to least outstanding, which stays above the common queue of M/M/c:
     * intervals that exclude each other, at load 0.8 on 8 replicas. Two choices without bound on the replicas would have
     * 1 + l^2 + l^6 + l^14 + ... = 1.95.
     */
    @Test
    void moreKnowledgeIsFaster() {
        double random = 5;
        double common = 1 + QueueingFormulas.waitInMmc(8, 0.8);
        Replicated two = replicated("two-choices", 8, 0.8);
        Replicated least = replicated("least-outstanding", 8, 0.8);
        two.assertBetween(1.9, random, "two choices");
        least.assertBetween(common, 1.7, "least outstanding");
    }

    private static Replicated replicated(String balancer, int replicas, double load) {
        return Replicated.of(10, FALSE_ALARM, replication -> {
            Station station = new Station();
            station.balancer = balancer;
            station.replicas = replicas;
            station.perSecond = 100 * load * replicas;
            station.warmUpNanos = 10 * Nanos.SECOND;
            station.horizonNanos = Nanos.ofSeconds(300_000 / station.perSecond) + 10 * Nanos.SECOND;
            return station.run(SEED, replication).meanLatency(UNIT);
        });
    }

    private static Station shared(int instances, double load, Spread spread, List<Double> speeds) {
        Station station = new Station();
        station.servers = instances;
        station.sharedSpeed = speeds;
        station.spread = spread;
        station.perSecond = 100 * load;
        station.warmUpNanos = 100 * Nanos.SECOND;
        station.horizonNanos = 2100 * Nanos.SECOND;
        return station;
    }
}
