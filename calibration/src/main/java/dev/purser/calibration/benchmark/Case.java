package dev.purser.calibration.benchmark;

import dev.purser.simulator.units.Check;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One thing to time.
 *
 * @param phase what a call does
 * @param batch samples of a call
 * @param threads callers at once
 */
public record Case(Phase phase, int batch, int threads) {
    private static final Pattern NAME = Pattern.compile("(score|train)-b(\\d{1,9})-t(\\d{1,9})");

    public Case {
        Check.positive(batch, "batch size");
        Check.positive(threads, "callers at once");
    }

    /** Name in files and arguments, such as {@code score-b64-t2}. */
    public String name() {
        return phase.word() + "-b" + batch + "-t" + threads;
    }

    /** The case called {@code name}. */
    static Case named(String name) {
        Matcher matcher = NAME.matcher(name);
        Check.that(matcher.matches(), "case", name, "must be like score-b64-t2");
        return new Case(
                Phase.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)));
    }

    /** How messages name it. */
    public String label() {
        return (phase == Phase.TRAIN ? "training with " : "") + "batch " + batch + " and " + threads
                + (threads == 1 ? " caller" : " callers");
    }
}
