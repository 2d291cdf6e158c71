package dev.purser.reports.charts;

import java.awt.Color;
import java.util.List;
import java.util.Locale;

/**
 * The colours of all charts. Fills fall in luminance from the first to the last, so that they stay apart in greyscale;
 * lines also differ in their dashes. Neighbours stay apart for readers with any of the common colour deficiencies.
 * Each colour has a counterpart for dark pages, which style sheets choose through variables.
 */
public enum Palette {
    INK(0x1F2933, 0xE6EAEE),
    MUTED(0x5F6B76, 0xA3ADB7),
    GRID(0xDDE2E7, 0x343C45),
    SHADE(0xEDF1F4, 0x252C34),
    PAPER(0xFFFFFF, 0x15191E),
    ALERT(0xB3261E, 0xFF8A80),
    LOAD(0xC9D6E2, 0x3B4A59),
    FILL_1(0x16324F, 0xB4D8F7),
    FILL_2(0x2C6E8F, 0x67A6CF),
    FILL_3(0x5BA199, 0x458F86),
    FILL_4(0xE0B04C, 0x94742A),
    FILL_5(0xF4DFA9, 0x665525),
    LINE_1(0x163250, 0x8FC1F0),
    LINE_2(0xC05A12, 0xF0A060),
    LINE_3(0x1B8A8F, 0x4FC3C7),
    LINE_4(0x7B4EA3, 0xC39BE0),
    LINE_5(0x7A7F1E, 0xC5C95A),
    LINE_6(0x606C77, 0xA0A9B3);

    /** Fills of areas and bars, darkest first. */
    public static final List<Palette> FILLS = List.of(FILL_1, FILL_2, FILL_3, FILL_4, FILL_5);

    /** Colours of lines. */
    public static final List<Palette> LINES = List.of(LINE_1, LINE_2, LINE_3, LINE_4, LINE_5, LINE_6);

    private final Color light;
    private final Color dark;

    Palette(int light, int dark) {
        this.light = new Color(light);
        this.dark = new Color(dark);
    }

    /** The colour on white paper. */
    public Color color() {
        return light;
    }

    /** Relative luminance on white paper in [0, 1], as WCAG 2 defines it. */
    public double luminance() {
        return 0.2126 * linear(light.getRed()) + 0.7152 * linear(light.getGreen()) + 0.0722 * linear(light.getBlue());
    }

    /** {@code svg} with every colour of the palette replaced by its variable, the light colour as the fallback. */
    public static String withVariables(String svg) {
        String result = svg;
        for (Palette entry : values()) {
            String rgb = rgb(entry.light);
            result = result.replace(rgb, "var(" + entry.variable() + "," + rgb + ")");
        }
        return result;
    }

    /** Style rules that set all variables to the colours for dark pages. */
    public static String darkRules() {
        StringBuilder rules = new StringBuilder();
        for (Palette entry : values()) {
            rules.append(entry.variable()).append(':').append(rgb(entry.dark)).append(';');
        }
        return rules.toString();
    }

    private String variable() {
        return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String rgb(Color color) {
        return "rgb(" + color.getRed() + "," + color.getGreen() + "," + color.getBlue() + ")";
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
