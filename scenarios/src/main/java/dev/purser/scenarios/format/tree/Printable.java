package dev.purser.scenarios.format.tree;

import java.util.regex.Pattern;

/** Text without control characters, line breaks and marks that turn the direction of writing: fit for a terminal. */
public final class Printable {
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private Printable() {}

    /** Whether {@code text} holds nothing else. */
    public static boolean is(String text) {
        return !UNPRINTABLE.matcher(text).find();
    }

    /** {@code text} with {@code standIn} in place of each character that is not fit. */
    public static String of(String text, String standIn) {
        return UNPRINTABLE.matcher(text).replaceAll(standIn);
    }
}
