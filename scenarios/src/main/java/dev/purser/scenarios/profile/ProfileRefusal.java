package dev.purser.scenarios.profile;

import dev.purser.scenarios.format.section.Nearest;
import dev.purser.scenarios.format.section.Received;
import dev.purser.scenarios.format.tree.Place;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Turns what the JSON parser says into place, what was received, what is allowed and the nearest name. */
final class ProfileRefusal {
    private ProfileRefusal() {}

    static Place place(JacksonException refused, Place file) {
        Place place = file;
        for (JacksonException.Reference step : refused.getPath()) {
            place = step.getPropertyName() == null ? place.item(step.getIndex()) : place.child(step.getPropertyName());
        }
        TokenStreamLocation location = refused.getLocation();
        return location == null || location.getLineNr() < 1
                ? place
                : place.at(location.getLineNr(), Math.max(1, location.getColumnNr()));
    }

    static String message(JacksonException refused) {
        if (refused instanceof UnrecognizedPropertyException unknown) {
            return "got an unknown key, " + Nearest.oneOf(unknown.getPropertyName(), known(unknown));
        }
        if (refused instanceof InvalidTypeIdException kind) {
            List<String> kinds =
                    ProfileShapes.KINDS.getOrDefault(kind.getBaseType().getRawClass(), List.of());
            String received = kind.getTypeId() == null ? "" : kind.getTypeId();
            return "got kind " + Received.of(received) + ", " + Nearest.oneOf(received, kinds);
        }
        if (refused instanceof InvalidFormatException format
                && format.getTargetType().isEnum()) {
            String received = String.valueOf(format.getValue());
            return "got " + Received.of(received) + ", " + Nearest.oneOf(received, constants(format.getTargetType()));
        }
        if (refused instanceof ValueInstantiationException && refused.getCause() instanceof IllegalArgumentException) {
            return refused.getCause().getMessage();
        }
        String first = refused.getOriginalMessage().lines().findFirst().orElse("");
        return refused instanceof StreamReadException
                ? "got broken JSON (" + first + "), must be valid JSON"
                : "got something else than expected: " + first;
    }

    private static Collection<String> known(UnrecognizedPropertyException unknown) {
        return unknown.getKnownPropertyIds().stream().map(String::valueOf).toList();
    }

    private static List<String> constants(Class<?> type) {
        return Stream.of(type.getEnumConstants()).map(String::valueOf).toList();
    }
}
