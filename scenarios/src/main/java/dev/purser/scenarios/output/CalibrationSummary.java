package dev.purser.scenarios.output;

import dev.purser.simulator.experiment.CalibrationSpread;
import dev.purser.simulator.experiment.Interval;
import dev.purser.simulator.experiment.Quantity;
import dev.purser.simulator.hardware.ProfileEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The replicates of the calibration in {@code result.json}. */
final class CalibrationSummary {
    private static final int LEVEL_PLACES = 4;

    private CalibrationSummary() {}

    static Map<String, Object> of(CalibrationSpread spread) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("replicates", spread.count());
        content.put("level", Figures.plain(Figures.rounded(spread.level(), LEVEL_PLACES)));
        content.put("redrawn", names(spread.laws().covered()));
        content.put("not_covered", names(spread.laws().notCovered()));
        Map<String, Object> intervals = new LinkedHashMap<>();
        spread.central()
                .forEach((quantity, central) ->
                        intervals.put(CalibrationTable.column(quantity), interval(quantity, central, spread)));
        content.put("intervals", intervals);
        return content;
    }

    private static List<String> names(List<ProfileEntry> entries) {
        return entries.stream().map(ProfileEntry::label).distinct().toList();
    }

    private static Map<String, Object> interval(Quantity quantity, double central, CalibrationSpread spread) {
        Interval interval = spread.interval(quantity);
        Map<String, Object> ends = new LinkedHashMap<>();
        ends.put("central", CalibrationFigures.json(central, quantity.kind()));
        ends.put("low", CalibrationFigures.json(interval.low(), quantity.kind()));
        ends.put("high", CalibrationFigures.json(interval.high(), quantity.kind()));
        return ends;
    }
}
