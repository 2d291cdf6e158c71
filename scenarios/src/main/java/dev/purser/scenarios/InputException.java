package dev.purser.scenarios;

import java.util.List;

/** What the user gave cannot be used. Its message is printed as it is, without a stack trace; the exit code is 2. */
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** One problem: place, what was received, what is allowed, nearest valid name. */
    public InputException(String message) {
        super(message);
    }

    /** Several problems, one a line. */
    public InputException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
    }
}
