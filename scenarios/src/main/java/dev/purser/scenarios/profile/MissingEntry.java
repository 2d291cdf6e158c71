package dev.purser.scenarios.profile;

import dev.purser.scenarios.format.section.Nearest;
import dev.purser.scenarios.format.section.Received;
import dev.purser.simulator.hardware.Precision;
import dev.purser.simulator.hardware.ProfileEntry;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A question to the profiles that none of them answers, and the message about it. */
record MissingEntry(String model, String hardware, Precision precision, Optional<String> backend) {
    private static final int MOST_LISTED = 8;

    String message(List<ProfileEntry> entries) {
        String asked = "got " + Received.of(model) + " on " + Received.of(hardware) + " at " + precision
                + backend.map(name -> " (" + Received.of(name) + ")").orElse("");
        TreeSet<String> models =
                entries.stream().map(ProfileEntry::model).collect(Collectors.toCollection(TreeSet::new));
        return asked + ", must be a pair that was measured" + hint(models) + ": " + listed(entries)
                + ". Measure it, import a measured table, or choose one of these";
    }

    private String hint(TreeSet<String> models) {
        return models.contains(model)
                ? ""
                : " (models: " + String.join(", ", models) + Nearest.hint(model, models) + ")";
    }

    private String listed(List<ProfileEntry> entries) {
        String nearest = entries.stream()
                .sorted(Comparator.comparingInt(this::distance))
                .limit(MOST_LISTED)
                .map(ProfileEntry::label)
                .collect(Collectors.joining(", "));
        int others = entries.size() - MOST_LISTED;
        return others > 0 ? nearest + " and " + others + " more" : nearest;
    }

    /** The model weighs more than the hardware, that more than the precision, that more than the backend. */
    private int distance(ProfileEntry entry) {
        return (entry.model().equals(model) ? 0 : near(entry) ? 8 : 16)
                + (entry.hardware().equals(hardware) ? 0 : 4)
                + (entry.precision() == precision ? 0 : 2)
                + (backend.map(entry.backend()::equals).orElse(true) ? 0 : 1);
    }

    private boolean near(ProfileEntry entry) {
        return Nearest.of(model, List.of(entry.model())).isPresent();
    }
}
