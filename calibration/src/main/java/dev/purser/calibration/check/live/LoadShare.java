package dev.purser.calibration.check.live;

import dev.purser.scenarios.format.units.Shares;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A load in percent of the capacity on the command line, with or without the sign; as a share above 0 and below 1. */
final class LoadShare implements ITypeConverter<Double> {
    private static final String SIGN = "%";

    @Override
    public Double convert(String text) {
        double share = share(text);
        if (!(share > 0 && share < 1)) {
            throw new TypeConversionException(
                    "got " + text + ", must be a percentage above 0 and below 100, such as 20 or 20%");
        }
        return share;
    }

    private static double share(String text) {
        String percent = text.strip();
        try {
            return Shares.FRACTIONS.parse(percent.endsWith(SIGN) ? percent : percent + SIGN);
        } catch (IllegalArgumentException notANumber) {
            return Double.NaN;
        }
    }
}
