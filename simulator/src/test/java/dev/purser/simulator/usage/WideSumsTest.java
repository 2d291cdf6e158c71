package dev.purser.simulator.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class WideSumsTest {
    @Test
    void aYearOfAThousandInstancesFits() {
        long year = 365L * 86_400 * 1_000_000_000;
        WideSums sums = new WideSums(2);
        for (int i = 0; i < 1000; i++) {
            sums.addProduct(1, year, 1_000_000);
        }
        assertEquals(new BigInteger("31536000000000000000000000"), sums.sum(1));
        assertEquals(BigInteger.ZERO, sums.sum(0));
    }

    @Property(seed = "20261101")
    void sumsAreExact(@ForAll List<@LongRange(min = 0, max = Long.MAX_VALUE) Long> factors) {
        WideSums sums = new WideSums(1);
        BigInteger expected = BigInteger.ZERO;
        for (int i = 0; i + 1 < factors.size(); i++) {
            sums.addProduct(0, factors.get(i), factors.get(i + 1) >>> 1);
            expected = expected.add(
                    BigInteger.valueOf(factors.get(i)).multiply(BigInteger.valueOf(factors.get(i + 1) >>> 1)));
        }
        assertEquals(expected, sums.sum(0));
    }
}
