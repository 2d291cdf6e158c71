package dev.purser.reports.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Makes AWT independent of the fonts a Linux machine has. AWT refuses to measure any text, in whatever font, where it
 * finds no font of the system, as on a server with nothing but a JDK; and where it finds some, they show through in
 * the metrics of logical fonts. Both end when a font configuration of our own names the report's font for everything.
 *
 * <p>It holds for the whole process and only before its first use of AWT's fonts; a {@code sun.awt.fontconfig} that is
 * already set is respected.
 */
final class SystemFonts {
    private static final String PROPERTY = "sun.awt.fontconfig";
    private static final List<String> FAMILIES = List.of("serif", "sansserif", "monospaced", "dialog", "dialoginput");
    private static final List<String> STYLES = List.of("plain", "bold", "italic", "bolditalic");

    private SystemFonts() {}

    /** Names {@code font}, the bytes of a TrueType file, for every logical font. */
    static void replaceBy(byte[] font) throws IOException {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        if (linux && System.getProperty(PROPERTY) == null) {
            Path folder = temporary(Files.createTempDirectory("purser-fonts"));
            Path file = Files.write(temporary(folder.resolve("report.ttf")), font);
            Path settings = Files.writeString(temporary(folder.resolve("fontconfig.properties")), settings(file));
            System.setProperty(PROPERTY, settings.toString());
        }
    }

    /** Goes with this process, also where it could be written only in part. */
    private static Path temporary(Path path) {
        path.toFile().deleteOnExit();
        return path;
    }

    private static String settings(Path font) {
        StringBuilder text = new StringBuilder("version=1\nsequence.allfonts=latin-1\nallfonts.latin-1=Report\n");
        for (String family : FAMILIES) {
            for (String style : STYLES) {
                text.append(family).append('.').append(style).append(".latin-1=Report\n");
            }
        }
        return text.append("filename.Report=").append(font).append('\n').toString();
    }
}
