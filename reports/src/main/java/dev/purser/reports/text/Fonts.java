package dev.purser.reports.text;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The report's typeface: Noto Sans SC, two weights, with GB2312, Latin, mathematics, currencies and arrows. */
public final class Fonts {
    /** Family name, for AWT, style sheets and PDF alike. */
    public static final String FAMILY = "Noto Sans SC";

    private static final String FOLDER = "/dev/purser/reports/fonts/";
    private static final Map<String, byte[]> FILES = new ConcurrentHashMap<>();

    private Fonts() {}

    /** The TrueType file of the regular weight. */
    public static byte[] regular() {
        return FILES.computeIfAbsent("NotoSansSC-Regular.ttf", Fonts::read);
    }

    /** The TrueType file of the bold weight. */
    public static byte[] bold() {
        return FILES.computeIfAbsent("NotoSansSC-Bold.ttf", Fonts::read);
    }

    /** The regular weight at {@code size} pixels. */
    public static Font regular(float size) {
        return Faces.REGULAR.deriveFont(size);
    }

    /** The bold weight at {@code size} pixels. */
    public static Font bold(float size) {
        return Faces.BOLD.deriveFont(size);
    }

    private static byte[] read(String file) {
        try (InputStream in = Fonts.class.getResourceAsStream(FOLDER + file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Loads the faces on first use: AWT wants them registered before a style can choose between them. */
    private static final class Faces {
        static final Font REGULAR;
        static final Font BOLD;

        static {
            replaceSystemFonts();
            register(Fonts.regular());
            register(Fonts.bold());
            REGULAR = new Font(FAMILY, Font.PLAIN, 1);
            BOLD = new Font(FAMILY, Font.BOLD, 1);
        }

        private static void replaceSystemFonts() {
            try {
                SystemFonts.replaceBy(Fonts.regular());
            } catch (IOException e) {
                throw unpacking(e);
            }
        }

        private static void register(byte[] file) {
            try {
                Font font = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(file));
                GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(font);
            } catch (FontFormatException e) {
                throw new IllegalStateException("the report's font cannot be loaded", e);
            } catch (IOException e) {
                throw unpacking(e);
            }
        }

        /** AWT reads fonts from files, which lie in the system's folder for temporary ones. */
        private static UncheckedIOException unpacking(IOException e) {
            return new UncheckedIOException(
                    "cannot unpack the report's font in " + System.getProperty("java.io.tmpdir") + ": "
                            + e.getMessage(),
                    e);
        }
    }
}
