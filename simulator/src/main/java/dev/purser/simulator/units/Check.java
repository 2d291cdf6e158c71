package dev.purser.simulator.units;

import java.util.Collection;
import java.util.Locale;

/**
 * Named argument checks. Each names the argument, carries the value it got and says what is allowed; NaN never passes.
 */
public final class Check {
    private Check() {}

    /** Returns {@code value} if it is finite and at least {@code lowest}. */
    public static double atLeast(double value, double lowest, String name) {
        if (!(value >= lowest) || Double.isInfinite(value)) {
            throw refused(name, value, "must be a finite number of at least " + lowest);
        }
        return value;
    }

    /** Returns {@code value} if it is finite and above zero. */
    public static double positive(double value, String name) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw refused(name, value, "must be a finite number above 0");
        }
        return value;
    }

    /** Returns {@code value} if it lies in [0, 1]. */
    public static double fraction(double value, String name) {
        if (!(value >= 0 && value <= 1)) {
            throw refused(name, value, "must be in [0, 1] (a fraction)");
        }
        return value;
    }

    /** Returns {@code value} if it is at least {@code lowest}. */
    public static long atLeast(long value, long lowest, String name) {
        if (value < lowest) {
            throw refused(name, value, "must be at least " + lowest);
        }
        return value;
    }

    /** Returns {@code value} if it is at least {@code lowest}. */
    public static int atLeast(int value, int lowest, String name) {
        atLeast((long) value, lowest, name);
        return value;
    }

    /** Returns {@code value} if it is above zero. */
    public static long positive(long value, String name) {
        return atLeast(value, 1L, name);
    }

    /** Returns {@code value} if it is above zero. */
    public static int positive(int value, String name) {
        return atLeast(value, 1, name);
    }

    /** Returns {@code text} if it holds more than white space. */
    public static String named(String text, String name) {
        if (text == null || text.isBlank()) {
            throw refused(name, text, "must not be blank");
        }
        return text;
    }

    /** Returns {@code items} if there is at least one. */
    public static <C extends Collection<?>> C notEmpty(C items, String name) {
        if (items.isEmpty()) {
            throw refused(name, "nothing", "must hold at least one entry");
        }
        return items;
    }

    /** Throws with {@code name}, {@code value} and {@code allowed} unless {@code holds}. */
    public static void that(boolean holds, String name, Object value, String allowed) {
        if (!holds) {
            throw refused(name, value, allowed);
        }
    }

    private static IllegalArgumentException refused(String name, Object value, String allowed) {
        return new IllegalArgumentException(String.format(Locale.ROOT, "%s: got %s, %s", name, value, allowed));
    }
}
