package dev.purser.scenarios.cli;

/** What the launcher knows of the terminal, and Java cannot ask. */
final class Terminal {
    private static final String PROPERTY = "purser.terminal";

    private Terminal() {}

    /** Whether standard error is a terminal. */
    static boolean isThere() {
        return Boolean.getBoolean(PROPERTY);
    }
}
