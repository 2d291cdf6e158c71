package dev.purser.scenarios.table;

import dev.purser.scenarios.format.section.Nearest;
import dev.purser.scenarios.format.section.Received;
import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Place;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One row of a table. A value that is not allowed becomes a problem and reads as something harmless; {@link #build}
 * makes nothing of such a row.
 */
public final class Row {
    private static final int LONGEST_NUMBER = 60;
    private static final int MOST_PLACES = 1000;

    private final Place place;
    private final Map<String, String> values;
    private final Findings findings;
    private boolean sound = true;

    Row(Place place, Map<String, String> values, Findings findings) {
        this.place = place;
        this.values = values;
        this.findings = findings;
    }

    /** File and line. */
    public Place place() {
        return place;
    }

    /** The text in {@code column}, which must not be blank. */
    public String text(String column) {
        String value = values.get(column);
        if (value.isEmpty()) {
            refuse(column, "got nothing, must not be blank");
        }
        return value;
    }

    /** The text in {@code column}, or empty where it is blank or there is no such column. */
    public Optional<String> optional(String column) {
        return Optional.ofNullable(values.get(column)).filter(value -> !value.isEmpty());
    }

    /** The whole number in {@code column}, from {@code lowest} to {@code highest}. */
    public int count(String column, int lowest, int highest) {
        String allowed = "a whole number from " + lowest + " to " + highest;
        int number = parsed(column, allowed, Integer::valueOf).orElse(lowest);
        if (number < lowest || number > highest) {
            refuse(column, "got " + number + ", must be " + allowed);
        }
        return number;
    }

    /** The finite number above 0 in {@code column}. */
    public double positive(String column) {
        double number = parsed(column, "a number above 0", Row::decimal).orElse(1.0);
        if (!(number > 0) || Double.isInfinite(number)) {
            refuse(column, "got " + Received.of(values.get(column)) + ", must be a finite number above 0");
        }
        return number;
    }

    /** The exact decimal number of at least 0 in {@code column}. */
    public BigDecimal notNegative(String column) {
        BigDecimal number =
                parsed(column, "a decimal number of at least 0", Row::exact).orElse(BigDecimal.ZERO);
        if (number.signum() < 0) {
            refuse(column, "got " + Received.of(values.get(column)) + ", must be at least 0");
        }
        return number;
    }

    /** The value of {@code known} named in {@code column}; empty where the name is unknown. */
    public <T> Optional<T> oneOf(String column, Map<String, T> known) {
        String name = text(column);
        T found = known.get(name);
        if (found == null && !name.isEmpty()) {
            refuse(column, "got " + Received.of(name) + ", " + Nearest.oneOf(name, known.keySet()));
        }
        return Optional.ofNullable(found);
    }

    /** As {@link #oneOf(String, Map)} for plain names. */
    public String oneOf(String column, Collection<String> known) {
        String name = text(column);
        if (!known.contains(name) && !name.isEmpty()) {
            refuse(column, "got " + Received.of(name) + ", " + Nearest.oneOf(name, known));
        }
        return name;
    }

    /** Refuses the name in {@code column} if it is among {@code taken}. */
    public void notTaken(String column, Collection<String> taken) {
        String name = text(column);
        if (taken.contains(name)) {
            refuse(column, "got " + Received.of(name) + ", must be a name that is not taken yet");
        }
    }

    /**
     * What {@code parser} makes of the text in {@code column}; empty where it throws.
     *
     * @param allowed what is allowed, such as {@code a date like 2026-03-02}
     */
    public <T> Optional<T> parsed(String column, String allowed, Function<String, T> parser) {
        String value = text(column);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(parser.apply(value));
        } catch (RuntimeException unreadable) {
            refuse(column, "got " + Received.of(value) + ", must be " + allowed);
            return Optional.empty();
        }
    }

    /** Notes that what stands in {@code column} is not allowed. */
    public void refuse(String column, String message) {
        sound = false;
        findings.add(place.child(column), message);
    }

    /** What {@code builder} makes of a row without problems; empty otherwise, or if the builder's checks fail. */
    public <T> Optional<T> build(Supplier<T> builder) {
        if (!sound) {
            return Optional.empty();
        }
        try {
            return Optional.of(builder.get());
        } catch (IllegalArgumentException refused) {
            sound = false;
            findings.add(place, refused.getMessage());
            return Optional.empty();
        }
    }

    /** Refuses what {@link Double#valueOf(String)} takes besides decimal numbers: hexadecimal, a trailing {@code d}. */
    private static Double decimal(String text) {
        return exact(text).doubleValue();
    }

    /** Bounded, because a few characters of exponent make a number that fills the memory when it is written out. */
    private static BigDecimal exact(String text) {
        BigDecimal number = new BigDecimal(text);
        if (text.length() > LONGEST_NUMBER || Math.abs((long) number.scale()) > MOST_PLACES) {
            throw new NumberFormatException("too long");
        }
        return number;
    }
}
