package dev.purser.reports.pdf;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;

/** The output intent PDF/A asks for. */
final class ColorProfile {
    private ColorProfile() {}

    /** The ICC profile of sRGB that every Java runtime carries. */
    static byte[] srgb() {
        return ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    }
}
