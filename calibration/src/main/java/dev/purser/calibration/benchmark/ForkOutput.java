package dev.purser.calibration.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.format.OutputFormat;

/** Hears what JMH says: tells of each round that ends, and keeps the last lines for when something goes wrong. */
final class ForkOutput implements OutputFormat {
    private static final int MOST_LINES = 200;
    private static final Pattern EXIT = Pattern.compile("exit(?:ed with)? code (\\d+)");
    private static final Pattern PROBLEM =
            Pattern.compile("^(?:Caused by: )?[\\w.$]*\\.(\\w*(?:Exception|Error|Failure|MissingNatives)(?::.*)?)$");

    /** What a virtual machine says that does not even start. */
    private static final Pattern REFUSED = Pattern.compile(
            "^(?:# )?(Invalid maximum heap size.*|Could not reserve enough space.*|There is insufficient memory.*)$");

    /** By exit code: 128 and the number of the signal that ended it. */
    private static final Map<String, String> MEANINGS = Map.of(
            "130", "interrupted",
            "134", "crashed; hs_err_pid*.log in the current folder says where",
            "137", "killed; where nobody did it, memory was short",
            "143", "told to end");

    private static final String OWN_WORDS = CalibrationFailure.class.getSimpleName() + ": ";

    private final Consumer<IterationParams> ended;
    private final Deque<String> lines = new ArrayDeque<>();
    private final StringBuilder line = new StringBuilder();

    /** {@code ended} hears of every iteration that has ended. */
    ForkOutput(Consumer<IterationParams> ended) {
        this.ended = ended;
    }

    /** Why the process ended early: its exit code, or the exception it died of. */
    synchronized String reason() {
        println("");
        for (String each : List.copyOf(lines)) {
            Matcher exit = EXIT.matcher(each);
            if (exit.find()) {
                return "its process ended with exit code " + exit.group(1)
                        + Optional.ofNullable(MEANINGS.get(exit.group(1)))
                                .or(() -> last(REFUSED))
                                .map(meaning -> " (" + meaning + ")")
                                .orElse("");
            }
        }
        return last(PROBLEM)
                .map(problem -> problem.startsWith(OWN_WORDS) ? problem.substring(OWN_WORDS.length()) : problem)
                .orElse("its process ended without a word");
    }

    private Optional<String> last(Pattern pattern) {
        return lines.stream()
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .reduce((first, later) -> later);
    }

    @Override
    public synchronized void print(String text) {
        for (char each : text.toCharArray()) {
            if (each == '\n') {
                endLine();
            } else {
                line.append(each);
            }
        }
    }

    private void endLine() {
        if (lines.size() == MOST_LINES) {
            lines.removeFirst();
        }
        lines.addLast(line.toString().strip());
        line.setLength(0);
    }

    @Override
    public void println(String text) {
        print(text + "\n");
    }

    @Override
    public void verbosePrintln(String text) {
        println(text);
    }

    @Override
    public void write(int one) {
        print(String.valueOf((char) one));
    }

    @Override
    public void write(byte[] bytes) {
        print(new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public void iterationResult(
            BenchmarkParams benchmark, IterationParams iteration, int number, IterationResult result) {
        ended.accept(iteration);
    }

    @Override
    public void iteration(BenchmarkParams benchmark, IterationParams iteration, int number) {}

    @Override
    public void startBenchmark(BenchmarkParams benchmark) {}

    @Override
    public void endBenchmark(BenchmarkResult result) {}

    @Override
    public void startRun() {}

    @Override
    public void endRun(Collection<RunResult> results) {}

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
