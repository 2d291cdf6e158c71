package dev.purser.scenarios.format.section;

import dev.purser.scenarios.format.tree.Node;
import dev.purser.scenarios.format.tree.Printable;

/** What was received, fit for a message: one line, without control characters, of bounded length. */
public final class Received {
    private static final int LONGEST = 60;

    private Received() {}

    /** Whether {@code text} has neither control characters nor line breaks. */
    public static boolean isOneLine(String text) {
        return Printable.is(text);
    }

    /** A node's value, or what kind of thing it is. */
    public static String of(Node node) {
        return node instanceof Node.Scalar scalar ? of(scalar.text()) : node.description();
    }

    /** A text of the user. */
    public static String of(String text) {
        if (text.isBlank()) {
            return "blank text";
        }
        String clean = Printable.of(text, "\uFFFD");
        if (clean.codePointCount(0, clean.length()) <= LONGEST) {
            return clean;
        }
        return clean.substring(0, clean.offsetByCodePoints(0, LONGEST)) + "...";
    }
}
