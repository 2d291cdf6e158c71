package dev.purser.scenarios.format.tree;

/** Turns the words of the YAML parser into what to do about them. */
final class SyntaxAdvice {
    private SyntaxAdvice() {}

    static String of(String parserMessage) {
        String first =
                parserMessage == null ? "" : parserMessage.lines().findFirst().orElse("");
        return "got broken YAML (" + first.strip() + "), must be valid YAML 1.2" + advice(parserMessage);
    }

    private static String advice(String message) {
        if (message == null) {
            return "";
        }
        if (message.contains("TAB") || message.contains("\\t")) {
            return ": indent with spaces, not with tabs";
        }
        if (message.contains("mapping values are not allowed")) {
            return ": check the indentation, and put quotes around text that holds `: `";
        }
        return "";
    }
}
