package dev.purser.calibration.compression;

import java.util.Locale;

/** Strengths in words. */
final class Settings {
    private Settings() {}

    static String percent(double fraction) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * fraction);
    }

    static String retrained(int passes) {
        return passes == 0 ? "" : ", then " + passes + (passes == 1 ? " pass" : " passes") + " of training";
    }
}
