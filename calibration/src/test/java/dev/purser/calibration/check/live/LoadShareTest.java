package dev.purser.calibration.check.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class LoadShareTest {
    private final LoadShare converter = new LoadShare();

    @ParameterizedTest
    @CsvSource({"20, 0.2", "20%, 0.2", "'99.5 % ', 0.995", "'\t0.5', 0.005"})
    void percentWithOrWithoutTheSign(String text, double share) {
        assertEquals(share, converter.convert(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "100", "120%", "-5", "twenty", "NaN", "", "%", "20%%", "20 % 30"})
    void othersAreRefused(String text) {
        TypeConversionException refused = assertThrows(TypeConversionException.class, () -> converter.convert(text));
        assertEquals(
                "got " + text + ", must be a percentage above 0 and below 100, such as 20 or 20%",
                refused.getMessage());
    }
}
