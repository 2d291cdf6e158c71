package dev.purser.reports.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.simulator.serving.LatencyQuantile;
import dev.purser.simulator.units.Money;
import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0",
                "0.02304|0.0230",
                "1|1.00",
                "9.996|10.0",
                "92.04|92.0",
                "999.4|999",
                "12345.6|12,346",
                "-3.14159|-3.14"
            })
    void threeSignificantDigitsAndWholeNumbersUncut(double value, String expected) {
        assertEquals(expected, Numbers.significant(value, 3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0 %",
                "1|100 %",
                "0.000001|< 0.001 %",
                "0.0005|0.05 %",
                "0.014|1.4 %",
                "0.03|3 %",
                "0.384|38 %",
                "0.9962|99.62 %",
                "0.999999|99.999 %",
                "NaN|-"
            })
    void percentagesKeepTheDigitsThatMatter(double fraction, String expected) {
        assertEquals(expected, Numbers.percent(fraction).replace('\u00A0', ' '));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1234.5|1,234 USD",
                "99.994|99.99 USD",
                "5|5.00 USD",
                "0.0231|0.0231 USD",
                "0|0.00 USD",
                "-2|-2.00 USD"
            })
    void moneyHasNoFalsePrecision(BigDecimal amount, String expected) {
        Money money = new Money(amount, Currency.getInstance("USD"));
        assertEquals(expected, Numbers.money(money).replace('\u00A0', ' '));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "150|270.1|150.00",
                "0.004|270.1|< 0.01",
                "1234.5|5000|1,234",
                "0.3|5000|< 1",
                "0|5000|0",
                "0.0123|0.05|0.0123"
            })
    void amountsInAColumnShareTheirDecimals(BigDecimal amount, BigDecimal total, String expected) {
        assertEquals(expected, Numbers.amount(amount, total));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"850000|850 \u00B5s", "92400000|92.4 ms", "1236000000|1.24 s"})
    void latenciesTakeTheUnitThatSuitsThem(long nanos, String expected) {
        assertEquals(expected, Numbers.latency(nanos).replace('\u00A0', ' '));
    }

    @Test
    void aQuantileWithoutANumberSaysSo() {
        assertEquals("missed", Numbers.millis(LatencyQuantile.MISSED));
        assertEquals("-", Numbers.millis(LatencyQuantile.NONE));
        assertEquals("92.4", Numbers.millis(new LatencyQuantile(92_400_000)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"90|90", "2.50|2.5", "1240.4|1,240", "0.02|0.02", "62.66|62.7"})
    void statedValuesCarryNoTrailingZeros(double value, String expected) {
        assertEquals(expected, Numbers.plain(value));
    }

    @Test
    void largeCountsAreWorded() {
        assertEquals("11.7 million", Numbers.large(11_741_782).replace('\u00A0', ' '));
        assertEquals("7.27 billion", Numbers.large(7.266e9).replace('\u00A0', ' '));
        assertEquals("339,772", Numbers.large(339_772));
    }
}
