package dev.purser.reports.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaletteTest {
    @Test
    void fillsStayApartInGreyscale() {
        List<Palette> fills = Palette.FILLS;
        for (int i = 1; i < fills.size(); i++) {
            double contrast =
                    contrast(fills.get(i).luminance(), fills.get(i - 1).luminance());
            assertTrue(contrast > 1.4, fills.get(i) + " against the one before: " + contrast);
        }
    }

    /** WCAG 2.1, 1.4.11: graphics want a contrast of 3:1 with what is beside them. */
    @Test
    void linesStandOutFromPaper() {
        for (Palette line : Palette.LINES) {
            assertTrue(contrast(Palette.PAPER.luminance(), line.luminance()) >= 3, line.name());
        }
    }

    @ParameterizedTest
    @EnumSource(Palette.class)
    void everyColourHasAVariableOfItsOwn(Palette entry) {
        String rgb = "rgb(" + entry.color().getRed() + "," + entry.color().getGreen() + ","
                + entry.color().getBlue() + ")";
        String variable = "--" + entry.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        assertEquals("fill:var(" + variable + "," + rgb + ")", Palette.withVariables("fill:" + rgb));
        assertTrue(Palette.darkRules().contains(variable + ":rgb("));
        assertFalse(Palette.darkRules().contains(variable + ":" + rgb), "dark pages need another colour");
    }

    private static double contrast(double lighter, double darker) {
        return (lighter + 0.05) / (darker + 0.05);
    }
}
