package dev.purser.scenarios.format.units;

import dev.purser.scenarios.format.section.ScalarType;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Amounts of data, exact in bytes: kB, MB, GB, TB by thousands, KiB, MiB, GiB, TiB by 1,024. */
public final class ByteSizes {
    private static final String[] BINARY = {"TiB", "GiB", "MiB", "KiB"};
    private static final Map<String, BigDecimal> UNITS = units();
    private static final String RULE = "an amount of data with one of the units " + String.join(", ", UNITS.keySet());

    /** Bytes. */
    public static final ScalarType<Long> BYTES = new ScalarType<>(
            "size", RULE, "64 GiB", scalar -> parse(scalar.text()), ByteSizes::print, Json.quantity(UNITS.keySet()));

    private ByteSizes() {}

    private static Map<String, BigDecimal> units() {
        Map<String, BigDecimal> units = new LinkedHashMap<>();
        units.put("B", BigDecimal.ONE);
        String[] decimal = {"KB", "MB", "GB", "TB"};
        for (int power = 0; power < decimal.length; power++) {
            units.put(decimal[power], BigDecimal.valueOf(1_000).pow(power + 1));
        }
        for (int power = 0; power < BINARY.length; power++) {
            units.put(
                    BINARY[BINARY.length - 1 - power], BigDecimal.valueOf(1_024).pow(power + 1));
        }
        return units;
    }

    private static long parse(String text) {
        String rule = RULE + ", such as 64 GiB";
        BigDecimal bytes = Numeral.of(text, rule).times(UNITS, rule);
        if (bytes.signum() < 0 || bytes.compareTo(new BigDecimal("1e18")) > 0) {
            throw new IllegalArgumentException("must be from 0 B to 1000000 TB");
        }
        try {
            return bytes.longValueExact();
        } catch (ArithmeticException fraction) {
            throw new IllegalArgumentException("must be a whole number of bytes", fraction);
        }
    }

    /** {@code bytes} in the largest unit by 1,024 that keeps it whole. */
    public static String print(long bytes) {
        for (String unit : BINARY) {
            long factor = UNITS.get(unit).longValueExact();
            if (bytes != 0 && bytes % factor == 0) {
                return bytes / factor + " " + unit;
            }
        }
        return bytes + " B";
    }
}
