package dev.purser.reports;

import dev.purser.simulator.experiment.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Renders the synthetic runs into a folder, to look at: {@code mvn -pl reports -am test-compile}, then run this class
 * with the folder and, if only some are wanted, their names.
 */
final class Gallery {
    private Gallery() {}

    static Map<String, Supplier<RunResult>> runs() {
        Map<String, Supplier<RunResult>> runs = new LinkedHashMap<>();
        runs.put("day", SyntheticRun::day);
        runs.put("calibrated-day", SyntheticCalibration::day);
        runs.put("eleven-days", SyntheticRun::elevenDays);
        runs.put("year", SyntheticRun::year);
        runs.put("hour", SyntheticRun::hour);
        runs.put("silence", SyntheticRun::silence);
        runs.put("thirty-services", SyntheticRun::thirtyServices);
        runs.put("odd-names", SyntheticRun::oddNames);
        return runs;
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        for (Map.Entry<String, Supplier<RunResult>> run : runs().entrySet()) {
            if (arguments.length == 1 || List.of(arguments).contains(run.getKey())) {
                RunResult result = run.getValue().get();
                long start = System.nanoTime();
                RunReport.write(
                        result,
                        Provenances.sample(),
                        folder.resolve(run.getKey() + ".html"),
                        folder.resolve(run.getKey() + ".pdf"));
                System.out.printf("%s: %.2f s%n", run.getKey(), (System.nanoTime() - start) / 1e9);
            }
        }
    }
}
