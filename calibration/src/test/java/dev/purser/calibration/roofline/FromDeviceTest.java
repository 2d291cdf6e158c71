package dev.purser.calibration.roofline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.hardware.Accelerator;
import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.Ceilings;
import dev.purser.simulator.hardware.Device;
import dev.purser.simulator.hardware.DeviceProfile;
import dev.purser.simulator.hardware.Measurement;
import dev.purser.simulator.hardware.Origin;
import dev.purser.simulator.hardware.Precision;
import dev.purser.simulator.hardware.ProfileEntry;
import dev.purser.simulator.hardware.ServiceTimeLaw;
import dev.purser.simulator.hardware.Spread;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A sample takes 1,000 operations and 100 bytes, a batch 10,000 bytes; the device does 10 of each in a nanosecond. */
class FromDeviceTest {
    private static final Ceilings DEVICE = new Ceilings(10e9, 10e9);
    private static final Measurement.ModelSize SIZE = new Measurement.ModelSize(2500, 1000, 100, 10_000);
    private static final int[] BATCHES = {1, 8, 64};

    /** One sample: 10,100 bytes take 1,010 ns. 64: operations take 6,400 ns, bytes 1,640. */
    @Test
    void theHigherCeilingCounts() {
        Work work = Work.of(SIZE);
        assertEquals(1_010, work.leastNanos(1, DEVICE), 1e-9);
        assertEquals(6_400, work.leastNanos(64, DEVICE), 1e-9);
    }

    /** Measured: 500 ns and four times the least. */
    @Test
    void shareAndFixedTimeAreFoundAgain() {
        OnDevice known =
                OnDevice.of(profile(entry(4_540, 500 + 4 * 1_080, 26_100))).get(0);
        assertEquals(0.25, known.share(), 1e-9);
        assertEquals(500, known.line().fixed(), 1e-6);
        assertEquals(0, known.meanError(), 1e-9);
        assertEquals(1, known.worstFactor(), 1e-9);
        assertArrayEquals(BATCHES, known.batches());
    }

    /** A card of a hundred times the peak and ten times the bandwidth: 101 ns for one sample, 164 for 64; four times that. */
    @Test
    void theFixedTimeStaysAndTheShareToo() {
        FromDevice estimate = estimate(entry(4_540, 4_820, 26_100));
        ProfileEntry entry = estimate.entry();
        assertEquals(Origin.ESTIMATED, entry.origin());
        assertEquals("fast", entry.hardware());
        BatchTime time = entry.law().time();
        assertEquals(500 + 4 * 101, time.meanNanos(1), 1e-6);
        assertEquals(500 + 4 * 164, time.meanNanos(64), 1e-6);
        assertEquals(500, entry.law().hostShare(64) * time.meanNanos(64), 1e-6);
        assertEquals(List.of(1.0), entry.law().sharedSpeed(), "instances share the card, not the cores of the device");
        assertEquals(4, estimate.factor(), 1e-9);
        assertTrue(
                entry.source().startsWith("estimated by the roofline from this-device, may be off by a factor of 4.0"),
                entry.source());
    }

    /**
     * The middle size takes twice as long as 500 ns and four times the least. The line through it and the last,
     * 16,460 / 5,320 steep, says 2.0756 times what the first took; the others say half of the middle one.
     */
    @Test
    void whatTheDeviceItselfMissesWidensTheBand() {
        double worst = (9_640 - 70 * 16_460.0 / 5_320) / 4_540;
        assertEquals(4 * worst, estimate(entry(4_540, 9_640, 26_100)).factor(), 1e-9);
    }

    /** Half of what memory allows: the device has caches. On the card, of which that is not known, the ceiling itself. */
    @Test
    void moreThanTheCeilingIsReachedNowhereElse() {
        FromDevice estimate = estimate(entry(505, 540, 3_200));
        assertEquals(2, estimate.known().share(), 1e-9);
        assertEquals(164, estimate.nanos(64), 1e-6);
        assertEquals(4 * 2, estimate.factor(), 1e-9, "the device is twice as fast as that says");
    }

    @Test
    void otherFormatsAndOtherDevicesAreLeftOut() {
        ProfileEntry sound = entry(4_540, 4_820, 26_100);
        assertEquals(List.of(), OnDevice.of(profile(of(sound, Precision.FP64, Origin.MEASURED))));
        assertEquals(List.of(), OnDevice.of(profile(of(sound, Precision.FP32, Origin.ESTIMATED))));
        assertEquals(List.of(), OnDevice.of(new DeviceProfile("p", 1, "2026-01-01", "a test", List.of(sound))));
        Measurement.ModelSize unknown = new Measurement.ModelSize(0, 0, 0, 0);
        assertEquals(List.of(), OnDevice.of(profile(entry(unknown, 4_540, 4_820, 26_100))));
        assertEquals(
                List.of(), OnDevice.of(profile(entry(4_540, 4_820))), "two sizes cannot be held against each other");
        Accelerator other = new Accelerator("halves", 1L << 34, 1e11, Map.of(Precision.FP16, 1e12), 100);
        assertEquals(List.of(), FromDevice.estimates(OnDevice.of(profile(sound)), other));
    }

    private static FromDevice estimate(ProfileEntry entry) {
        return FromDevice.estimates(OnDevice.of(profile(entry)), fast()).get(0);
    }

    private static Accelerator fast() {
        return new Accelerator("fast", 1L << 34, 100e9, Map.of(Precision.FP32, 1_000e9), 100);
    }

    static DeviceProfile profile(ProfileEntry entry) {
        Device device = new Device("p", 1, new TreeMap<>(), 0, "Linux", "VM", "nd4j", "blas", Optional.of(DEVICE));
        return new DeviceProfile("device", 1, "2026-01-01", "a test", Optional.of(device), List.of(entry));
    }

    static ProfileEntry entry(double... nanos) {
        return entry(SIZE, nanos);
    }

    private static ProfileEntry entry(Measurement.ModelSize size, double... nanos) {
        List<Measurement.Calls> calls = IntStream.range(0, nanos.length)
                .mapToObj(i -> calls(BATCHES[i], nanos[i]))
                .toList();
        Measurement measurement = new Measurement(
                size,
                1,
                Double.NaN,
                new Measurement.SpreadFit(0, 0, 0, 0),
                calls,
                List.of(),
                Optional.empty(),
                new TreeMap<>(),
                List.of());
        return new ProfileEntry(
                        "m",
                        "this-device",
                        Precision.FP32,
                        "nd4j",
                        new ServiceTimeLaw(
                                new BatchTime.Table(Arrays.copyOf(BATCHES, nanos.length), nanos),
                                new Spread.LogNormal(0.1),
                                64,
                                List.of(1.0, 1.9)),
                        10_000,
                        Origin.MEASURED,
                        0.01,
                        "a test")
                .with(measurement);
    }

    private static Measurement.Calls calls(int batch, double nanos) {
        return new Measurement.Calls(batch, 1, 100, nanos, nanos, nanos, new TreeMap<>(Map.of(0.5, nanos)));
    }

    private static ProfileEntry of(ProfileEntry entry, Precision precision, Origin origin) {
        return new ProfileEntry(
                entry.model(),
                entry.hardware(),
                precision,
                entry.backend(),
                entry.law(),
                entry.modelBytes(),
                origin,
                entry.fitError(),
                entry.source(),
                entry.measurement(),
                entry.sweep(),
                entry.band());
    }
}
