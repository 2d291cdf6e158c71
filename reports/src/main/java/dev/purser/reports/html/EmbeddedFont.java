package dev.purser.reports.html;

import dev.purser.reports.text.Fonts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The report's typeface, cut down to the characters a page uses, as {@code @font-face} rules that need no request. */
final class EmbeddedFont {
    private EmbeddedFont() {}

    /** Rules for both weights with the characters of {@code text}. */
    static String faces(String text) {
        return face(Fonts.regular(), 400, text) + face(Fonts.bold(), 700, text);
    }

    private static String face(byte[] file, int weight, String text) {
        String data = Base64.getEncoder().encodeToString(subset(file, text));
        return "@font-face{font-family:\"" + Fonts.FAMILY + "\";font-weight:" + weight
                + ";src:url(data:font/ttf;base64," + data + ") format(\"truetype\")}\n";
    }

    private static byte[] subset(byte[] file, String text) {
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
            TTFSubsetter subsetter = new TTFSubsetter(font);
            text.codePoints().distinct().sorted().forEach(subsetter::add);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            subsetter.writeToStream(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
