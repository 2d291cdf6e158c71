package dev.purser.calibration.sweep;

import dev.purser.scenarios.format.section.Nearest;
import dev.purser.scenarios.format.section.Received;
import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Place;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Short names for the long ones of a foreign table, as {@code meaning:theirs=ours}, such as
 * {@code hardware:NVIDIA Tesla T4=T4}. The last equals sign parts the two.
 */
public final class Renames {
    private final Map<String, String> ours;

    private Renames(Map<String, String> ours) {
        this.ours = ours;
    }

    /** The names in {@code assignments}; what is wrong becomes a problem at {@code place}. */
    public static Renames of(List<String> assignments, Place place, Findings findings) {
        Map<String, String> ours = new TreeMap<>();
        for (String assignment : assignments) {
            int colon = assignment.indexOf(':');
            int equals = assignment.lastIndexOf('=');
            if (colon < 1 || equals <= colon + 1 || equals == assignment.length() - 1) {
                findings.add(place, "got " + Received.of(assignment) + ", must be meaning:theirs=ours");
                continue;
            }
            String meaning = assignment.substring(0, colon);
            if (!ColumnMap.names().contains(meaning)) {
                findings.add(
                        place,
                        "got meaning " + Received.of(meaning) + ", " + Nearest.oneOf(meaning, ColumnMap.names()));
            }
            ours.put(assignment.substring(0, equals), assignment.substring(equals + 1));
        }
        return new Renames(ours);
    }

    /** Our name for {@code theirs}: the same where nothing else was said. */
    public String apply(String meaning, String theirs) {
        return ours.getOrDefault(meaning + ":" + theirs, theirs);
    }
}
