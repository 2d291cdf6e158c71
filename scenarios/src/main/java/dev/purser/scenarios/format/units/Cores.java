package dev.purser.scenarios.format.units;

import dev.purser.scenarios.format.section.ScalarType;
import java.math.BigDecimal;
import java.util.Map;

/** Processor cores as Kubernetes writes them: {@code 2.5}, or {@code 500m} for half of one. */
public final class Cores {
    private static final String RULE = "a number of cores, or of thousandths with m, above 0";

    /** Thousandths of a core. */
    public static final ScalarType<Integer> MILLI = new ScalarType<>(
            "cores",
            RULE,
            "500m",
            scalar -> parse(scalar.text()),
            Cores::print,
            Json.anyOf(Map.of("type", "number", "exclusiveMinimum", 0), Json.text("\\s*[0-9]+\\s*m?\\s*")));

    private Cores() {}

    private static int parse(String text) {
        String rule = RULE + ", such as 2.5 or 500m";
        Map<String, BigDecimal> units = Map.of("", BigDecimal.valueOf(1000), "m", BigDecimal.ONE);
        BigDecimal milli = Numeral.of(text, rule).times(units, rule);
        if (milli.signum() <= 0 || milli.compareTo(BigDecimal.valueOf(1_000_000_000)) > 0) {
            throw new IllegalArgumentException("must be above 0 and at most 1000000 cores");
        }
        try {
            return milli.intValueExact();
        } catch (ArithmeticException fraction) {
            throw new IllegalArgumentException("must be a whole number of thousandths of a core", fraction);
        }
    }

    /** {@code milli} thousandths of a core. */
    public static String print(int milli) {
        return milli % 1000 == 0 ? Integer.toString(milli / 1000) : milli + "m";
    }
}
