package dev.purser.scenarios.cli;

import dev.purser.scenarios.format.units.Durations;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A length of time on the command line, written as in scenarios; in nanoseconds. */
public final class LengthOfTime implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
        try {
            return Durations.NANOS.above("0 s").parse(text);
        } catch (IllegalArgumentException refused) {
            throw new TypeConversionException(
                    "got " + text + ", must be a length of time above 0 with its unit, such as '5 min'");
        }
    }
}
