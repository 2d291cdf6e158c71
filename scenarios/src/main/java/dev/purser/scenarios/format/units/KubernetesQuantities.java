package dev.purser.scenarios.format.units;

import dev.purser.scenarios.format.section.ScalarType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Quantities as Kubernetes manifests write them ({@code 500m}, {@code 2k}, {@code 1Gi}), without a unit of their own. */
public final class KubernetesQuantities {
    private static final Map<String, BigDecimal> SUFFIXES = suffixes();
    private static final String RULE = "a Kubernetes quantity above 0";

    /** Thousandths, rounded up, as Kubernetes does. */
    public static final ScalarType<Long> MILLI = new ScalarType<>(
            "quantity",
            RULE,
            "500m",
            scalar -> parse(scalar.text()),
            milli -> milli + "m",
            Json.anyOf(Json.type("number"), Json.text(Numeral.PATTERN + "([numkMGTP]|[KMGTP]i)?")));

    private KubernetesQuantities() {}

    private static Map<String, BigDecimal> suffixes() {
        Map<String, BigDecimal> suffixes = new LinkedHashMap<>();
        suffixes.put("", BigDecimal.ONE);
        suffixes.put("n", new BigDecimal("1e-9"));
        suffixes.put("u", new BigDecimal("1e-6"));
        suffixes.put("m", new BigDecimal("1e-3"));
        String letters = "kMGTP";
        for (int power = 1; power <= letters.length(); power++) {
            String letter = letters.substring(power - 1, power);
            suffixes.put(letter, BigDecimal.TEN.pow(3 * power));
            suffixes.put(
                    letter.replace("k", "K") + "i", BigDecimal.valueOf(1024).pow(power));
        }
        return suffixes;
    }

    private static long parse(String text) {
        String rule = RULE + ", such as 500m";
        BigDecimal milli = Numeral.of(text, rule).times(SUFFIXES, rule).movePointRight(3);
        if (milli.signum() <= 0 || milli.compareTo(new BigDecimal("1e18")) > 0) {
            throw new IllegalArgumentException("must be " + rule);
        }
        return milli.setScale(0, RoundingMode.CEILING).longValueExact();
    }
}
