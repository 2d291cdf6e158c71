package dev.purser.simulator.serving;

import dev.purser.simulator.hardware.Spread;
import dev.purser.simulator.statistics.QueueingFormulas;
import dev.purser.simulator.statistics.Replicated;
import dev.purser.simulator.units.Nanos;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Serving against queueing theory. Each check is a Student interval over ten replications (seed 20260301, chosen
 * beforehand) with a false-alarm rate of 1 in 10,000; the 27 checks together raise a false alarm with probability below
 * 0.3 %. Mean service time is 10 ms throughout.
 */
class ClosedFormTest {
    private static final long SEED = 20260301;
    private static final double FALSE_ALARM = 1e-4;
    private static final double SERVICE_SECONDS = 0.010;
    private static final double SERVICE_NANOS = 10.0 * Nanos.MILLISECOND;

    @ParameterizedTest
    @CsvSource({
        "1, 0.5, 300000, 0.05",
        "1, 0.8, 600000, 0.10",
        "1, 0.95, 1500000, 0.30",
        "2, 0.8, 600000, 0.10",
        "4, 0.9, 800000, 0.10",
        "8, 0.9, 800000, 0.10",
        "16, 0.9, 800000, 0.10",
        "32, 0.95, 1000000, 0.10",
        "64, 0.7, 300000, 0.01",
        "64, 0.95, 1000000, 0.10"
    })
    void meanTimeInMmc(int servers, double load, int requests, double sharpness) {
        double expected = 1 + QueueingFormulas.waitInMmc(servers, load);
        Replicated.of(
                        10,
                        FALSE_ALARM,
                        replication -> station(servers, load, requests)
                                .run(SEED, replication)
                                .meanLatency(SERVICE_NANOS))
                .assertMean(expected, sharpness, "M/M/" + servers + " at load " + load);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.05", "0.8, 0.05", "0.95, 0.20"})
    void meanTimeInMd1IsPollaczekKhinchine(double load, double sharpness) {
        double expected = 1 + QueueingFormulas.waitInMg1(load, 0);
        Replicated.of(10, FALSE_ALARM, replication -> {
                    Station station = station(1, load, 1_000_000);
                    station.spread = new Spread.None();
                    return station.run(SEED, replication).meanLatency(SERVICE_NANOS);
                })
                .assertMean(expected, sharpness, "M/D/1 at load " + load);
    }

    @ParameterizedTest
    @CsvSource({"2, 0.8", "4, 0.9", "8, 0.9", "16, 0.95"})
    void meanTimeInMdcIsCrommelins(int servers, double load) {
        double expected = 1 + QueueingFormulas.waitInMdc(servers, load);
        Replicated.of(10, FALSE_ALARM, replication -> {
                    Station station = station(servers, load, 600_000);
                    station.spread = new Spread.None();
                    return station.run(SEED, replication).meanLatency(SERVICE_NANOS);
                })
                .assertMean(expected, 0.10, "M/D/" + servers + " at load " + load);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.7, 1.0})
    void meanTimeInMg1IsPollaczekKhinchine(double sigma) {
        double load = 0.7;
        double squaredVariation = Math.expm1(sigma * sigma);
        double expected = 1 + QueueingFormulas.waitInMg1(load, squaredVariation);
        Replicated.of(10, FALSE_ALARM, replication -> {
                    Station station = station(1, load, 1_000_000);
                    station.spread = new Spread.LogNormal(sigma);
                    return station.run(SEED, replication).meanLatency(SERVICE_NANOS);
                })
                .assertMean(expected, 0.10, "M/G/1 with lognormal sigma " + sigma);
    }

    @ParameterizedTest
    @CsvSource({"1, 3, 0.9", "4, 10, 1.2", "8, 2, 0.9"})
    void lossWithAFiniteQueue(int servers, int waiting, double load) {
        double expected = QueueingFormulas.lossInMmck(servers, servers + waiting, load);
        Replicated.of(10, FALSE_ALARM, replication -> {
                    Station station = station(servers, load, 300_000);
                    station.queueLimit = waiting;
                    station.run(SEED, replication);
                    return station.pipeline.tally().totalOutcomes().failedShare();
                })
                .assertMean(expected, 0.05, "M/M/" + servers + " with room for " + waiting + " to wait");
    }

    @ParameterizedTest
    @CsvSource({"1, 0.5", "4, 1.0", "16, 0.9", "64, 1.1"})
    void lossWithoutWaitingIsErlangB(int servers, double load) {
        double expected = QueueingFormulas.erlangB(servers, load * servers);
        Replicated.of(10, FALSE_ALARM, replication -> {
                    Station station = station(servers, load, 300_000);
                    station.queueLimit = 0;
                    station.run(SEED, replication);
                    return station.pipeline.tally().totalOutcomes().failedShare();
                })
                .assertMean(expected, 0.05, "Erlang B with " + servers + " servers at load " + load);
    }

    private static Station station(int servers, double load, int requests) {
        Station station = new Station();
        station.servers = servers;
        station.perSecond = load * servers / SERVICE_SECONDS;
        station.warmUpNanos = Nanos.ofSeconds(0.1 * requests / station.perSecond);
        station.horizonNanos = Nanos.ofSeconds(1.1 * requests / station.perSecond);
        return station;
    }
}
