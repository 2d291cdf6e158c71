package dev.purser.reports.html;

import dev.purser.reports.document.ChartFigure;
import dev.purser.reports.document.Document;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One HTML file that needs no other: style, font and charts are inside it. */
public final class HtmlWriter {
    /** Every page may need these, whatever its text. */
    private static final String ASCII =
            IntStream.range(0x20, 0x7F).mapToObj(Character::toString).collect(Collectors.joining());

    private HtmlWriter() {}

    /** The page of {@code document}. Equal documents give equal pages. */
    public static String html(Document document) {
        Map<String, String> pictures = new LinkedHashMap<>();
        document.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .filter(ChartFigure.class::isInstance)
                .map(block -> ((ChartFigure) block).figure())
                .forEach(figure -> pictures.put(figure.name(), Svg.of(figure)));
        String text = ASCII + Markup.screen(document, pictures, "");
        return Markup.screen(document, pictures, EmbeddedFont.faces(text));
    }
}
