package dev.purser.scenarios.cli;

/** What the process tells its caller. */
public final class ExitCode {
    public static final int DONE = 0;
    public static final int FAILED = 1;
    public static final int WRONG_INPUT = 2;

    private ExitCode() {}
}
