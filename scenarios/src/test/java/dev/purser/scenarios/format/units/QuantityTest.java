package dev.purser.scenarios.format.units;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.scenarios.format.section.ScalarType;
import dev.purser.simulator.hardware.Precision;
import dev.purser.simulator.hardware.PurchaseOption;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {

    private static String refusal(ScalarType<?> type, String text) {
        return assertThrows(IllegalArgumentException.class, () -> type.parse(text))
                .getMessage();
    }

    @ParameterizedTest
    @CsvSource({
        "120 ms,120000000",
        "120ms,120000000",
        "1.5 h,5400000000000",
        "2 w,1209600000000000",
        "0 s,0",
        "1e3 us,1000000"
    })
    void durations(String text, long nanos) {
        assertEquals(nanos, Durations.NANOS.parse(text));
    }

    @ParameterizedTest
    @CsvSource({"2.4 M,2400000", "12 k,12000", "7,7", "1.5 G,1500000000"})
    void counts(String text, long count) {
        assertEquals(count, Counts.WHOLE.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "250 /s,250",
        "1.2 k/s,1200",
        "1.2 k /s,1200",
        "86400 /day,1",
        "2629800 /month,1",
        "0.5/min,0.008333333333333333"
    })
    void rates(String text, double perSecond) {
        assertEquals(perSecond, Rates.PER_SECOND.parse(text));
    }

    @ParameterizedTest
    @CsvSource({"64 GiB,68719476736", "64 GB,64000000000", "1.5 KiB,1536", "3 B,3"})
    void sizes(String text, long bytes) {
        assertEquals(bytes, ByteSizes.BYTES.parse(text));
    }

    @Test
    void percentagesAreExactlyTheirFractions() {
        assertEquals(Shares.FRACTIONS.parse("0.2"), Shares.FRACTIONS.parse("20 %"));
        assertEquals(0.07, Shares.FRACTIONS.parse("7%"));
        assertEquals(1.5, Shares.RATIOS.parse("150 %"));
        assertEquals(0.03, Growths.PER_MONTH.parse("3 %/month"));
        assertEquals(1.2, Math.pow(1 + Growths.PER_MONTH.parse("20 % /year"), 12), 1e-12);
    }

    @Test
    void moneyIsExact() {
        Price price = Price.per("h", "month").parse("0.1 USD/h");
        assertEquals(new BigDecimal("0.1"), price.amount());
        assertEquals("h", price.per());
        assertEquals("CNY", Price.per("").parse("12 CNY").currency().getCurrencyCode());
    }

    @Test
    void refusalsNameWhatIsAllowed() {
        assertTrue(refusal(Durations.NANOS, "2 sec").contains("got 2 sec, must be a length of time"));
        assertTrue(
                refusal(Durations.NANOS, "3 mins").endsWith("did you mean `min`?]"),
                refusal(Durations.NANOS, "3 mins"));
        assertTrue(refusal(Durations.NANOS, "-2 s").contains("must be from 0 s"));
        assertTrue(refusal(Shares.FRACTIONS, "1.7").contains("must be in [0, 1] (a fraction)"));
        assertTrue(refusal(Price.per("h"), "0.3 EURO/h").contains("such as 12 USD/h"));
        assertTrue(refusal(Price.per("h"), "0.3 XYZ/h").contains("ISO 4217"));
        assertTrue(refusal(Words.kebab("purchase", PurchaseOption.class), "ondemand")
                .contains("did you mean `on-demand`?"));
        assertTrue(refusal(Words.asIs("precision", Precision.class), "fp16").contains("did you mean `FP16`?"));
        assertTrue(refusal(Dates.ZONE, "Europe/Berln").contains("did you mean `Europe/Berlin`?"));
        assertTrue(refusal(Dates.DATE, "2026-02-30").contains("a date of the calendar"));
        assertTrue(refusal(Words.LINE, "12").contains("put quotes around it"));
    }

    @Test
    void aTimeThatClocksSkipIsRefusedAndARepeatedOneIsTheEarlier() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        assertThrows(IllegalArgumentException.class, () -> Dates.in(berlin, LocalDateTime.parse("2026-03-29T02:30")));
        assertEquals(
                "2026-10-25T02:30+02:00[Europe/Berlin]",
                Dates.in(berlin, LocalDateTime.parse("2026-10-25T02:30")).toString());
    }
}
