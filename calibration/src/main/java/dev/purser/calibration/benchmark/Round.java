package dev.purser.calibration.benchmark;

import dev.purser.calibration.fit.RoundTimes;
import dev.purser.simulator.units.Check;
import dev.purser.simulator.units.Nanos;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Raw times of one round of a case.
 *
 * @param measured what was timed
 * @param pass number of the process, from 0
 * @param round number of the round in that process, from 0
 * @param nanos times of each caller, in the order of its calls; where a caller made more calls than it can keep, every
 *     second, fourth, ... of them
 */
record Round(Case measured, int pass, int round, List<long[]> nanos) {
    private static final long LONGEST_NANOS = Nanos.DAY;
    private static final Pattern FILE = Pattern.compile(".*-r(\\d{1,9})\\.csv");

    Round {
        Check.atLeast(pass, 0, "number of the process");
        Check.atLeast(round, 0, "number of the round");
        nanos = nanos.stream().filter(caller -> caller.length > 0).toList();
    }

    /** Its times for fitting. */
    RoundTimes times() {
        return new RoundTimes(
                pass,
                nanos.stream()
                        .map(caller -> Arrays.stream(caller).asDoubleStream().toArray())
                        .toList());
    }

    /** Sum of the times that are kept. */
    long sumNanos() {
        return nanos.stream().flatMapToLong(Arrays::stream).sum();
    }

    /** Name of its file. */
    String file() {
        return file(measured, pass, round);
    }

    static String file(Case measured, int pass, int round) {
        return measured.name() + "-p" + pass + "-r" + round + ".csv";
    }

    /** Number of the round of {@code measured} in process {@code pass} whose file is called {@code name}, if it is one. */
    static OptionalInt number(Case measured, int pass, String name) {
        Matcher matcher = FILE.matcher(name);
        return matcher.matches() && name.equals(file(measured, pass, Integer.parseInt(matcher.group(1))))
                ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
                : OptionalInt.empty();
    }

    /** As text: a line that says what it is, one line a call, and a last line that says how many. */
    String text() {
        StringBuilder text = new StringBuilder("caller,nanos\n");
        long count = 0;
        for (int caller = 0; caller < nanos.size(); caller++) {
            for (long each : nanos.get(caller)) {
                text.append(caller).append(',').append(each).append('\n');
                count++;
            }
        }
        return text.append("# end of ").append(count).append(" calls\n").toString();
    }

    /**
     * The round in {@code text}.
     *
     * @throws IllegalArgumentException if the text is torn or none of ours
     */
    static Round parse(Case measured, int pass, int round, String text) {
        List<String> lines = text.lines().toList();
        String end = "# end of " + Math.max(0, lines.size() - 2) + " calls";
        boolean whole = text.endsWith("\n")
                && lines.size() > 2
                && lines.get(0).equals("caller,nanos")
                && lines.get(lines.size() - 1).equals(end);
        Check.that(whole, "times", lines.size() + " lines", "must be a whole file that says how many calls it holds");
        return new Round(measured, pass, round, callers(lines.subList(1, lines.size() - 1)));
    }

    private static long nanos(String text) {
        long nanos = Check.positive(Long.parseLong(text), "time of a call (ns)");
        Check.that(nanos <= LONGEST_NANOS, "time of a call (ns)", nanos, "must be at most a day");
        return nanos;
    }

    private static List<long[]> callers(List<String> lines) {
        List<List<Long>> callers = new ArrayList<>();
        for (String line : lines) {
            int comma = line.indexOf(',');
            int caller = Integer.parseInt(line.substring(0, Math.max(0, comma)));
            Check.that(caller >= 0 && caller <= callers.size(), "caller", caller, "must follow the one before");
            if (caller == callers.size()) {
                callers.add(new ArrayList<>());
            }
            callers.get(caller).add(nanos(line.substring(comma + 1)));
        }
        return callers.stream()
                .map(each -> each.stream().mapToLong(Long::longValue).toArray())
                .toList();
    }
}
