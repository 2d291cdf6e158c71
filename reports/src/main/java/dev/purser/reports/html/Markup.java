package dev.purser.reports.html;

import dev.purser.reports.charts.Palette;
import dev.purser.reports.document.Document;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Well-formed XHTML of a document, by templates that escape whatever they print. The same templates serve screen and
 * paper.
 */
public final class Markup {
    private static final String FOLDER = "dev/purser/reports/templates/";

    /** What XML 1.0 forbids: a title may hold it, markup may not. */
    private static final Pattern FORBIDDEN =
            Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x{D800}-\\x{DFFF}\\x{FFFE}\\x{FFFF}]");

    private static final PebbleEngine ENGINE = new PebbleEngine.Builder()
            .loader(loader())
            .strictVariables(true)
            .autoEscaping(true)
            .defaultLocale(Locale.ROOT)
            .build();

    private Markup() {}

    /** Markup for paged media: charts are {@code object} elements that name their figure. */
    public static String paper(Document document) {
        return render(Map.of("document", document, "paper", true, "style", style("paper.css"), "pictures", Map.of()));
    }

    /** Markup for a browser, with {@code pictures} (SVG by name of the figure) and {@code fontFaces} in its style. */
    static String screen(Document document, Map<String, String> pictures, String fontFaces) {
        String style = fontFaces + style("screen.css").replace("/*dark*/", Palette.darkRules());
        return render(Map.of("document", document, "paper", false, "style", style, "pictures", pictures));
    }

    private static String render(Map<String, Object> context) {
        try {
            StringWriter out = new StringWriter();
            ENGINE.getTemplate("document").evaluate(out, new HashMap<>(context), Locale.ROOT);
            return FORBIDDEN.matcher(out.toString()).replaceAll("\uFFFD");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClasspathLoader loader() {
        ClasspathLoader loader = new ClasspathLoader(Markup.class.getClassLoader());
        loader.setPrefix(FOLDER);
        loader.setSuffix(".peb");
        return loader;
    }

    private static String style(String file) {
        try (InputStream in = Markup.class.getClassLoader().getResourceAsStream(FOLDER + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
