package dev.purser.scenarios.format.trace;

import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Place;

/** Problems of one file, of which the first are reported and the others counted. */
final class Complaints {
    private static final int MOST = 20;

    private final Findings findings;
    private final Place file;
    private int count;

    Complaints(Findings findings, Place file) {
        this.findings = findings;
        this.file = file;
    }

    /** Notes a problem on {@code line}, in {@code column} of the table where one is meant. */
    void add(int line, String column, String message) {
        if (count++ < MOST) {
            Place place = file.at(line, 0);
            findings.add(column.isEmpty() ? place : place.child(column), message);
        }
    }

    /** Says how many were left out; to be called once, at the end. */
    void close() {
        if (count > MOST) {
            findings.add(file, "got " + count + " problems in this file, of which the first " + MOST + " are listed");
        }
    }

    boolean none() {
        return count == 0;
    }
}
