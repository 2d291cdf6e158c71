package dev.purser.reports.html;

import dev.purser.reports.charts.Figure;
import dev.purser.reports.charts.Palette;
import dev.purser.reports.text.Fonts;
import java.awt.RenderingHints;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.ViewBox;

/** A figure as an SVG element that scales with the page, has a title and a description, and follows dark mode. */
public final class Svg {
    private Svg() {}

    /** The element of {@code figure}; as a file of its own it is a picture too. Equal figures give equal elements. */
    public static String of(Figure figure) {
        SVGGraphics2D graphics = new SVGGraphics2D(figure.widthPixels(), figure.heightPixels());
        graphics.setDefsKeyPrefix(figure.name() + "-");
        graphics.setGeomDoubleConverter(Svg::twoDecimals);
        graphics.setTransformDoubleConverter(Svg::twoDecimals);
        graphics.setFontFunction(family -> "\"" + Fonts.FAMILY + "\", sans-serif");
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        figure.draw(graphics);
        ViewBox box = new ViewBox(0, 0, figure.widthPixels(), figure.heightPixels());
        return Palette.withVariables(described(figure, graphics.getSVGElement(null, false, box, null, null)));
    }

    private static String described(Figure figure, String svg) {
        int end = svg.indexOf('>');
        return svg.substring(0, end) + " role='img' aria-labelledby='" + figure.name() + "-title " + figure.name()
                + "-text'><title id='" + figure.name() + "-title'>" + escaped(figure.title()) + "</title><desc id='"
                + figure.name() + "-text'>" + escaped(figure.altText()) + "</desc>" + svg.substring(end + 1);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String twoDecimals(double value) {
        if (!Double.isFinite(value)) {
            return "0";
        }
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
