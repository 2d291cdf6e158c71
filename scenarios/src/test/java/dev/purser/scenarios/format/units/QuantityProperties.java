package dev.purser.scenarios.format.units;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.scenarios.format.section.ScalarType;
import dev.purser.scenarios.format.tree.Node;
import dev.purser.scenarios.format.tree.Place;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;

/** Whatever is printed reads as the same value; whatever is typed is read or refused, never anything else. */
class QuantityProperties {
    private static final List<ScalarType<?>> ALL = List.of(
            Durations.NANOS,
            Counts.WHOLE,
            Counts.SMALL,
            Counts.REAL,
            Rates.PER_SECOND,
            ByteSizes.BYTES,
            Shares.FRACTIONS,
            Shares.RATIOS,
            Growths.PER_MONTH,
            Cores.MILLI,
            Dates.DATE,
            Dates.MOMENT,
            Dates.ZONE,
            Currencies.ISO,
            Price.per("h", "GB-month"),
            Words.TRUTH,
            Words.LINE,
            Words.NAME,
            Words.FILE,
            Words.oneOf("letter", Map.of("a", 1)));

    private static <T> T roundTrip(ScalarType<T> type, T value) {
        return type.parse("\"" + type.printer().apply(value) + "\"");
    }

    @Property(tries = 500, seed = "7")
    void durations(@ForAll @LongRange(min = 0, max = 3_153_600_000_000_000_000L) long nanos) {
        assertEquals(nanos, roundTrip(Durations.NANOS, nanos));
    }

    @Property(tries = 200, seed = "7")
    void durationsOfWholeUnits(@ForAll @IntRange(min = 0, max = 5000) int hours) {
        assertEquals(hours * 3_600_000_000_000L, roundTrip(Durations.NANOS, hours * 3_600_000_000_000L));
    }

    @Property(tries = 500, seed = "7")
    void counts(@ForAll @LongRange(min = -1_000_000_000_000_000L, max = 1_000_000_000_000_000L) long count) {
        assertEquals(count, roundTrip(Counts.WHOLE, count));
    }

    @Property(tries = 500, seed = "7")
    void sizes(@ForAll @LongRange(min = 0, max = 1_000_000_000_000_000_000L) long bytes) {
        assertEquals(bytes, roundTrip(ByteSizes.BYTES, bytes));
    }

    @Property(tries = 500, seed = "7")
    void sharesAndRates(@ForAll @DoubleRange(min = 0, max = 1) double share) {
        assertEquals(share, roundTrip(Shares.FRACTIONS, share));
        assertEquals(share, roundTrip(Rates.PER_SECOND, share));
        assertEquals(share, roundTrip(Counts.REAL, share));
        assertEquals(share, roundTrip(Growths.PER_MONTH, share), 1e-15);
    }

    @Property(tries = 200, seed = "7")
    void cores(@ForAll @IntRange(min = 1, max = 1_000_000) int milli) {
        assertEquals(milli, roundTrip(Cores.MILLI, milli));
    }

    @Property(tries = 300, seed = "7")
    void anyTextIsReadOrRefusedWithWhatIsAllowed(@ForAll @StringLength(max = 60) String text) {
        Node.Scalar scalar = new Node.Scalar(Place.ofFile("f"), text, Node.Scalar.Form.TEXT);
        for (ScalarType<?> type : ALL) {
            try {
                type.parser().apply(scalar);
            } catch (IllegalArgumentException refused) {
                assertTrue(refused.getMessage().startsWith("must "), refused.getMessage());
            }
        }
    }

    @Property(tries = 200, seed = "7")
    void nothingThatIsNoFiniteNumberPasses(@ForAll @IntRange(min = 0, max = 7) int which) {
        String text = List.of("NaN", ".nan", "inf", "-.inf", "Infinity", "1e999999999", "0x10", "1_000")
                .get(which);
        for (ScalarType<?> type : ALL.subList(0, 10)) {
            Node.Scalar scalar = new Node.Scalar(Place.ofFile("f"), text, Node.Scalar.Form.TEXT);
            assertThrows(IllegalArgumentException.class, () -> type.parser().apply(scalar), type.name());
        }
    }
}
