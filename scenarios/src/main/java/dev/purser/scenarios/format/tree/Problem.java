package dev.purser.scenarios.format.tree;

import java.util.Comparator;

/**
 * Something that is wrong with the input.
 *
 * @param place where
 * @param message what was received, what is allowed and, where there is one, the nearest valid name
 */
public record Problem(Place place, String message) implements Comparable<Problem> {
    private static final Comparator<Problem> ORDER = Comparator.comparing(
                    (Problem problem) -> problem.place().file())
            .thenComparing(problem -> problem.place().line())
            .thenComparing(problem -> problem.place().column())
            .thenComparing(problem -> problem.place().path())
            .thenComparing(Problem::message);

    /** By file, line and column. */
    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    /** {@code file:line:column path: message}, without control characters: keys of a file may hold any. */
    @Override
    public String toString() {
        return Printable.of(place + ": " + message, "\uFFFD");
    }
}
