package dev.purser.scenarios.format.scenario;

import dev.purser.scenarios.format.section.Nearest;
import dev.purser.scenarios.format.section.Received;
import dev.purser.scenarios.format.section.Refusal;
import dev.purser.scenarios.format.section.Value;
import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.units.Dates;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Settings that name something defined elsewhere. Each method throws {@link Refusal} where there is no such thing. */
final class Lookups {
    private Lookups() {}

    /** What {@code search} finds; what it notes otherwise is refused at {@code at}. */
    static <T> T found(Value<?> at, Function<Findings, Optional<T>> search) {
        Findings findings = new Findings();
        return search.apply(findings)
                .orElseThrow(() -> at.refused(findings.problems().get(0).message()));
    }

    /** The entry of {@code known} called {@code name}. */
    static <T> Value<T> named(Value<String> name, Map<String, Value<T>> known) {
        if (!known.containsKey(name.get())) {
            throw name.refused("got " + Received.of(name.get()) + ", " + Nearest.oneOf(name.get(), known.keySet()));
        }
        return known.get(name.get());
    }

    /** The only name there is. */
    static String only(Map<String, ?> known, String what) {
        if (known.size() != 1) {
            throw new IllegalArgumentException(
                    "got no `" + what + "`, must be one of " + String.join(", ", known.keySet()));
        }
        return known.keySet().iterator().next();
    }

    /** The moment a civil time stands for. */
    static ZonedDateTime moment(Value<LocalDateTime> civil, ZoneId zone) {
        try {
            return Dates.in(zone, civil.get());
        } catch (IllegalArgumentException skipped) {
            throw civil.refused(skipped.getMessage());
        }
    }
}
