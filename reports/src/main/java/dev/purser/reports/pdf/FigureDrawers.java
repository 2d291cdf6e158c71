package dev.purser.reports.pdf;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import dev.purser.reports.charts.Figure;
import dev.purser.reports.document.ChartFigure;
import dev.purser.reports.document.Document;
import java.util.Map;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** Draws the figures of a document where its markup names them, as vectors with real text. */
final class FigureDrawers implements FSObjectDrawerFactory {
    private final Map<String, Figure> figures;

    FigureDrawers(Document document) {
        figures = document.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .filter(ChartFigure.class::isInstance)
                .map(block -> ((ChartFigure) block).figure())
                .collect(Collectors.toMap(Figure::name, figure -> figure));
    }

    @Override
    public boolean isReplacedObject(Element element) {
        return figures.containsKey(element.getAttribute("data"));
    }

    @Override
    public FSObjectDrawer createDrawer(Element element) {
        Figure figure = figures.get(element.getAttribute("data"));
        return (e, x, y, width, height, device, context, dotsPerPixel) -> {
            device.drawWithGraphics(
                    (float) x, (float) y, (float) width / dotsPerPixel, (float) height / dotsPerPixel, figure::draw);
            return null;
        };
    }
}
