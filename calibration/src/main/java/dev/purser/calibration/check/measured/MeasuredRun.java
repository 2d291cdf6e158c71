package dev.purser.calibration.check.measured;

import dev.purser.calibration.check.CheckResult;
import dev.purser.reports.html.Svg;
import dev.purser.scenarios.InputException;
import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Place;
import dev.purser.scenarios.format.tree.TextFile;
import dev.purser.scenarios.profile.Profiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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

    /** Runs it; rows of the text go to {@code told} as they are done. */
    public CheckResult run(long seed, Consumer<String> told) {
        StringBuilder whole = new StringBuilder();
        Consumer<String> lines = told.andThen(whole::append);
        CheckText text = new CheckText(points);
        MeasuredCheck check = new MeasuredCheck(reader, seed);
        List<CheckedPoint> checked = new ArrayList<>();
        for (LoadPoint point : points) {
            checked.add(check.of(point));
            lines.accept(text.row(checked.get(checked.size() - 1)));
        }
        lines.accept(text.means(checked));
        return new CheckResult(
                whole.toString(), CheckCsv.of(checked), () -> Svg.of(ErrorFigure.of(checked)), Optional.empty());
    }
}
