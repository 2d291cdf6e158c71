package dev.purser.calibration.check.measured;

import dev.purser.reports.html.Svg;
import dev.purser.scenarios.InputException;
import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Place;
import dev.purser.scenarios.format.tree.TextFile;
import dev.purser.scenarios.output.OutputFile;
import dev.purser.scenarios.profile.Profiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One check against a measured table from the command line: the check itself, its text, its table and its chart. */
public final class MeasuredRun {
    /** Larger tables are refused. */
    private static final long MOST_BYTES = 100L << 20;

    private final LoadReader reader;
    private final List<LoadPoint> points;

    /**
     * @param model of all rows, in place of a column
     * @throws InputException if options or rows are not what they must be
     */
    public MeasuredRun(Path table, @Nullable String model, MeasuredOptions options, Profiles profiles) {
        Findings ofOptions = new Findings();
        reader = options.reader(model, profiles, ofOptions);
        ofOptions.refuse();
        Findings ofRows = new Findings();
        Place place = Place.ofFile(table.toString());
        points = TextFile.read(table, place, MOST_BYTES, ofRows)
                .map(text -> reader.read(place, text, ofRows))
                .orElse(List.of());
        ofRows.refuse();
    }

    /** Runs it; rows go to {@code out} as they are done. */
    public void run(long seed, PrintWriter out, OutputFile table, OutputFile chart, boolean quiet) throws IOException {
        CheckText text = new CheckText(points);
        MeasuredCheck check = new MeasuredCheck(reader, seed);
        List<CheckedPoint> checked = new ArrayList<>();
        for (LoadPoint point : points) {
            checked.add(check.of(point));
            print(out, text.row(checked.get(checked.size() - 1)), quiet);
        }
        print(out, text.means(checked), quiet);
        table.write(CheckCsv.of(checked));
        chart.write(Svg.of(ErrorFigure.of(checked)));
    }

    private static void print(PrintWriter out, String text, boolean quiet) {
        if (!quiet) {
            out.print(text);
            out.flush();
        }
    }
}
