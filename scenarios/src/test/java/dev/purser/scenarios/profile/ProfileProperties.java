package dev.purser.scenarios.profile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Place;
import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.DeviceProfile;
import dev.purser.simulator.hardware.Origin;
import dev.purser.simulator.hardware.Pauses;
import dev.purser.simulator.hardware.Precision;
import dev.purser.simulator.hardware.ProfileEntry;
import dev.purser.simulator.hardware.ServiceTimeLaw;
import dev.purser.simulator.hardware.Spread;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is written reads as the same profile. */
class ProfileProperties {

    @Property(tries = 200, seed = "11", edgeCases = EdgeCasesMode.NONE)
    void survivesWritingAndReading(@ForAll("profiles") DeviceProfile profile) {
        Findings findings = new Findings();
        DeviceProfile read = ProfileCodec.read(Place.ofFile("p.json"), ProfileCodec.write(profile), findings)
                .orElse(null);
        assertTrue(findings.clean(), () -> findings.problems().toString());
        assertEquals(profile.name(), read.name());
        assertEquals(profile.source(), read.source());
        assertEquals(profile.entries().size(), read.entries().size());
        for (int i = 0; i < profile.entries().size(); i++) {
            assertSame(profile.entries().get(i), read.entries().get(i));
        }
    }

    private static void assertSame(ProfileEntry wanted, ProfileEntry read) {
        assertEquals(wanted.label(), read.label());
        assertEquals(wanted.modelBytes(), read.modelBytes());
        assertEquals(wanted.origin(), read.origin());
        assertEquals(wanted.fitError(), read.fitError());
        assertEquals(wanted.law().largestBatch(), read.law().largestBatch());
        assertEquals(wanted.law().sharedSpeed(), read.law().sharedSpeed());
        assertEquals(wanted.law().hostTime(), read.law().hostTime());
        assertEquals(wanted.law().pauses(), read.law().pauses());
        assertEquals(wanted.law().time().getClass(), read.law().time().getClass());
        for (int samples : new int[] {1, 2, 63, 64, 1000, 131_072}) {
            assertEquals(
                    wanted.law().time().meanNanos(samples), read.law().time().meanNanos(samples));
        }
        assertSame(wanted.law().spread(), read.law().spread());
    }

    private static void assertSame(Spread wanted, Spread read) {
        if (wanted instanceof Spread.Empirical empirical) {
            assertArrayEquals(empirical.factors(), ((Spread.Empirical) read).factors(), 1e-12);
        } else if (wanted instanceof Spread.BySize bySize) {
            SortedMap<Integer, Spread> found = ((Spread.BySize) read).sizes();
            assertEquals(bySize.sizes().keySet(), found.keySet());
            bySize.sizes().forEach((size, spread) -> assertSame(spread, found.get(size)));
        } else {
            assertEquals(wanted, read);
        }
    }

    @Provide
    Arbitrary<DeviceProfile> profiles() {
        return Combinators.combine(
                        texts(), texts(), entries().list().ofMinSize(1).ofMaxSize(4))
                .as((name, source, entries) ->
                        new DeviceProfile(name, ProfileCodec.VERSION, "2026-03-02", source, entries));
    }

    private static Arbitrary<ProfileEntry> entries() {
        Arbitrary<Double> errors = Arbitraries.oneOf(Arbitraries.just(Double.NaN), positive());
        return Combinators.combine(
                        texts(),
                        texts(),
                        Arbitraries.of(Precision.class),
                        laws(),
                        Arbitraries.longs().greaterOrEqual(0),
                        Arbitraries.of(Origin.class),
                        errors)
                .as((model, hardware, precision, law, bytes, origin, error) ->
                        new ProfileEntry(model, hardware, precision, "b", law, bytes, origin, error, "a source"));
    }

    private static Arbitrary<ServiceTimeLaw> laws() {
        Arbitrary<List<Double>> shared = positive().list().ofMinSize(1).ofMaxSize(3);
        Arbitrary<Optional<BatchTime.Affine>> host = Combinators.combine(positive(), positive())
                .as(BatchTime.Affine::new)
                .optional();
        return Combinators.combine(
                        times(), spreads(), Arbitraries.integers().greaterOrEqual(1), shared, host, pauses().optional())
                .as(ServiceTimeLaw::new);
    }

    /** Stalls that take at most as long as what lies between them. */
    private static Arbitrary<Pauses> pauses() {
        Arbitrary<double[]> stalls =
                Arbitraries.doubles().between(1, 1e6).list().ofMaxSize(4).map(ProfileProperties::array);
        return Combinators.combine(positive(), Arbitraries.doubles().between(0.1, 1000), stalls)
                .as((wakeUp, rate, lengths) -> new Pauses(wakeUp, lengths.length > 0 ? rate : 0, lengths));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Arbitrary<BatchTime> times() {
        Arbitrary<BatchTime> affine =
                Combinators.combine(positive(), positive()).as(BatchTime.Affine::new);
        Arbitrary<int[]> sizes = Arbitraries.integers()
                .between(1, 1_000_000)
                .set()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(set -> set.stream().mapToInt(Integer::intValue).sorted().toArray());
        Arbitrary<BatchTime> table = sizes.map(each -> new BatchTime.Table(each, nanos(each)));
        Arbitrary<BatchTime> steps = sizes.map(each -> new BatchTime.PaddedSteps(each, nanos(each)));
        return Arbitraries.oneOf(affine, table, steps);
    }

    private static double[] nanos(int[] sizes) {
        double[] nanos = new double[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            nanos[i] = 1000 + sizes[i] / 7.0;
        }
        return nanos;
    }

    private static Arbitrary<Spread> spreads() {
        Arbitrary<Spread> bySize = Arbitraries.maps(Arbitraries.integers().between(1, 1_000_000), spreadsOfASize())
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(sizes -> new Spread.BySize(new TreeMap<>(sizes)));
        return Arbitraries.oneOf(spreadsOfASize(), bySize);
    }

    private static Arbitrary<Spread> spreadsOfASize() {
        return Arbitraries.oneOf(
                Arbitraries.just(new Spread.None()),
                Arbitraries.just(new Spread.Exponential()),
                positive().map(Spread.LogNormal::new),
                positive().map(Spread.Gamma::new),
                Arbitraries.doubles()
                        .between(0.1, 10)
                        .list()
                        .ofMinSize(2)
                        .ofMaxSize(21)
                        .map(list -> new Spread.Empirical(list.stream()
                                .mapToDouble(Double::doubleValue)
                                .sorted()
                                .toArray())));
    }

    private static Arbitrary<Double> positive() {
        return Arbitraries.doubles().between(1e-9, 1e12).ofScale(9).filter(value -> value > 0);
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars('a', 'Z', '0', ' ', '"', '\\', ':', '#', '{', '\u00e9', '\u4e2d')
                .ofMinLength(1)
                .ofMaxLength(40)
                .filter(text -> !text.isBlank());
    }
}
