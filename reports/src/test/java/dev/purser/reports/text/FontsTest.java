package dev.purser.reports.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FontsTest {
    /** Of each kept block some: Latin, Extended-A, Chinese, full-width and other punctuation, maths, currencies, arrows. */
    private static final String SAMPLE =
            "Az09 \u00E9\u00DF\u0159\u0142 \u53CC\u5341\u4E00\u5927\u4FC3\u641C\u7D22\u63A8\u8350 \uFF1A\u3002\u3001"
                    + "\u2013\u2014\u00D7\u2212\u2264\u2265\u00B1 \u20AC\u00A3\u00A5 \u2190\u2192 \u00B5%";

    @Test
    void bothWeightsHaveEveryKindOfCharacter() {
        Stream.of(Fonts.regular(10), Fonts.bold(10)).forEach(font -> {
            assertEquals(-1, font.canDisplayUpTo(SAMPLE), font.getFontName());
            assertEquals(Fonts.FAMILY, font.getFamily(Locale.ROOT));
        });
    }

    @Test
    void logicalFontsAreTheReportsOwnOnLinux() {
        assumeTrue(System.getProperty("os.name").equals("Linux"));
        Fonts.regular(10);
        FontRenderContext context = new FontRenderContext(null, true, true);
        assertEquals(
                Fonts.regular(10).getStringBounds(SAMPLE, context).getWidth(),
                new Font(Font.SANS_SERIF, Font.PLAIN, 10)
                        .getStringBounds(SAMPLE, context)
                        .getWidth(),
                0.01);
    }
}
