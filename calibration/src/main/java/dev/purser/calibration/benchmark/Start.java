package dev.purser.calibration.benchmark;

import dev.purser.simulator.units.Check;
import java.util.List;

/**
 * A fresh process until its first answer, in three parts that follow each other.
 *
 * @param pass number of the process, from 0
 * @param processNanos until it can load a model
 * @param loadNanos then until the model, and the native code behind it, is loaded
 * @param answerNanos then until its first answer
 */
record Start(int pass, long processNanos, long loadNanos, long answerNanos) {
    private static final String HEADER = "process_nanos,load_nanos,first_answer_nanos";

    static String file(int pass) {
        return "start-p" + pass + ".csv";
    }

    String text() {
        return HEADER + "\n" + processNanos + "," + loadNanos + "," + answerNanos + "\n";
    }

    /** The start in {@code text}; refuses one that is torn or changed. */
    static Start parse(int pass, String text) {
        List<String> lines = text.lines().toList();
        boolean whole = text.endsWith("\n") && lines.size() == 2 && lines.get(0).equals(HEADER);
        Check.that(whole, "start", lines.size() + " lines", "must be a header and a row");
        String[] values = lines.get(1).split(",");
        Check.that(values.length == 3, "start", lines.get(1), "must be three times");
        return new Start(
                pass,
                Check.atLeast(Long.parseLong(values[0]), 0, "start of the process (ns)"),
                Check.positive(Long.parseLong(values[1]), "load (ns)"),
                Check.positive(Long.parseLong(values[2]), "first answer (ns)"));
    }
}
