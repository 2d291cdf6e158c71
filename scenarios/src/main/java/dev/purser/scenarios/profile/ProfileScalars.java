package dev.purser.scenarios.profile;

import dev.purser.scenarios.format.section.Description;
import dev.purser.scenarios.format.section.Received;
import dev.purser.scenarios.format.section.ScalarType;
import dev.purser.scenarios.format.section.Shape;
import dev.purser.scenarios.format.section.Value;
import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Node;
import dev.purser.scenarios.format.tree.Node.Scalar.Form;
import dev.purser.simulator.units.Check;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;

/** Single values of a profile: plain JSON strings and numbers, without units. */
final class ProfileScalars {
    private static final int LONGEST = 1000;

    static final ScalarType<String> TEXT = new ScalarType<>(
            "text",
            "a line of text of at most " + LONGEST + " characters",
            "dlrm-4b",
            ProfileScalars::text,
            Function.identity(),
            Map.of("type", "string", "minLength", 1));

    static final ScalarType<String> DATE = new ScalarType<>(
            "date",
            "a date like 2026-03-02",
            "2026-03-02",
            ProfileScalars::date,
            Function.identity(),
            Map.of("type", "string", "format", "date"));

    static final ScalarType<Double> NUMBER = new ScalarType<>(
            "number", "a finite number", "0.1", ProfileScalars::number, String::valueOf, Map.of("type", "number"));

    // Limits are read as YAML, so these are made once and not with every entry.
    static final ScalarType<Double> NUMBER_FROM_0 = NUMBER.atLeast("0");
    static final ScalarType<Double> NUMBER_ABOVE_0 = NUMBER.above("0");

    private static final ScalarType<Long> WHOLE = new ScalarType<>(
            "whole number", "a whole number", "64", ProfileScalars::whole, String::valueOf, Map.of("type", "integer"));

    static final ScalarType<Long> WHOLE_FROM_0 = WHOLE.atLeast("0");

    static final ScalarType<Integer> SIZE = new ScalarType<>(
            "size",
            "a whole number from 1 to " + Integer.MAX_VALUE,
            "64",
            ProfileScalars::size,
            String::valueOf,
            Map.of("type", "integer", "minimum", 1, "maximum", Integer.MAX_VALUE));

    /** A number of at least 0, or {@code null} for an unknown one: NaN. */
    static final Shape<Double> NUMBER_OR_NULL = new Shape<>() {
        @Override
        public Value<Double> read(Node node, Findings findings) {
            return node instanceof Node.Empty ? Value.of(node, Double.NaN) : NUMBER_FROM_0.read(node, findings);
        }

        @Override
        public Description describe() {
            return new Description.OrNone(NUMBER_FROM_0.describe());
        }
    };

    private ProfileScalars() {}

    private static String text(Node.Scalar scalar) {
        boolean fits = scalar.text().length() <= LONGEST && Received.isOneLine(scalar.text());
        if (scalar.form() != Form.TEXT || scalar.text().isBlank() || !fits) {
            throw new IllegalArgumentException("must be a line of text of at most " + LONGEST + " characters");
        }
        return scalar.text();
    }

    private static String date(Node.Scalar scalar) {
        try {
            return LocalDate.parse(scalar.text()).toString();
        } catch (DateTimeException noDate) {
            throw new IllegalArgumentException("must be a date like 2026-03-02", noDate);
        }
    }

    private static double number(Node.Scalar scalar) {
        double number = scalar.form() == Form.NUMBER ? Double.parseDouble(scalar.text()) : Double.NaN;
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("must be a finite number, without quotes");
        }
        return number;
    }

    private static long whole(Node.Scalar scalar) {
        try {
            return plain(scalar).longValueExact();
        } catch (ArithmeticException | NumberFormatException fraction) {
            throw new IllegalArgumentException("must be a whole number, without quotes", fraction);
        }
    }

    private static int size(Node.Scalar scalar) {
        String allowed = "must be a whole number from 1 to " + Integer.MAX_VALUE + ", without quotes";
        try {
            return Check.positive(plain(scalar).intValueExact(), "size");
        } catch (ArithmeticException | IllegalArgumentException noSize) {
            throw new IllegalArgumentException(allowed, noSize);
        }
    }

    private static BigDecimal plain(Node.Scalar scalar) {
        return new BigDecimal(scalar.form() == Form.NUMBER ? scalar.text() : "no number");
    }
}
