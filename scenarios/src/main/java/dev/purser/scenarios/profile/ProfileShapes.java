package dev.purser.scenarios.profile;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.purser.simulator.hardware.BatchTime;
import dev.purser.simulator.hardware.ProfileEntry;
import dev.purser.simulator.hardware.Spread;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.json.JsonMapper;

/** What JSON needs to know of the simulator's records, which know nothing of JSON. */
final class ProfileShapes {
    private ProfileShapes() {}

    static JsonMapper.Builder addTo(JsonMapper.Builder mapper) {
        return mapper.addMixIn(BatchTime.class, BatchTimeShape.class)
                .addMixIn(Spread.class, SpreadShape.class)
                .addMixIn(ProfileEntry.class, ProfileEntryShape.class);
    }

    /** The names {@code kind} can have, by the type it stands in. */
    static final Map<Class<?>, List<String>> KINDS =
            Map.of(BatchTime.class, names(BatchTimeShape.class), Spread.class, names(SpreadShape.class));

    private static List<String> names(Class<?> shape) {
        return Stream.of(shape.getAnnotation(JsonSubTypes.class).value())
                .map(JsonSubTypes.Type::name)
                .toList();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = BatchTime.Affine.class, name = "affine"),
        @JsonSubTypes.Type(value = BatchTime.Table.class, name = "table"),
        @JsonSubTypes.Type(value = BatchTime.PaddedSteps.class, name = "padded-steps")
    })
    private interface BatchTimeShape {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Spread.None.class, name = "none"),
        @JsonSubTypes.Type(value = Spread.LogNormal.class, name = "lognormal"),
        @JsonSubTypes.Type(value = Spread.Exponential.class, name = "exponential"),
        @JsonSubTypes.Type(value = Spread.Empirical.class, name = "empirical")
    })
    private interface SpreadShape {}

    private interface ProfileEntryShape {
        @JsonSerialize(using = NanAsNull.class)
        @JsonDeserialize(using = NullAsNan.class)
        double fitError();
    }

    /** Writes an unknown number, NaN in Java, as {@code null}. */
    static final class NanAsNull extends ValueSerializer<Double> {
        @Override
        public void serialize(Double value, JsonGenerator out, SerializationContext context) {
            if (value.isNaN()) {
                out.writeNull();
            } else {
                out.writeNumber(value);
            }
        }
    }

    /** Reads {@code null} as NaN, and nothing but numbers besides. */
    static final class NullAsNan extends ValueDeserializer<Double> {
        @Override
        public Double deserialize(JsonParser in, DeserializationContext context) {
            return in.currentToken().isNumeric()
                    ? in.getDoubleValue()
                    : (Double) context.handleUnexpectedToken(double.class, in);
        }

        @Override
        public Double getNullValue(DeserializationContext context) {
            return Double.NaN;
        }

        @Override
        public Object getAbsentValue(DeserializationContext context) {
            return null;
        }
    }
}
