package dev.purser.reports.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import dev.purser.reports.document.Document;
import dev.purser.reports.html.Markup;
import dev.purser.reports.text.Fonts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.pdmodel.PDDocument;

/** An A4 PDF of a document that conforms to PDF/A-3u and PDF/UA-1: fonts embedded, tagged, charts as vectors. */
public final class PdfWriter {
    /** What stands for a character the report's font does not have: a white square. */
    private static final String NO_GLYPH = "\u25A1";

    /** Held here, because a logger nobody holds forgets its level. */
    private static final Logger DRAWING = Logger.getLogger("de.rototor.pdfbox.graphics2d");

    static {
        // The libraries log to the console by default: the layout its progress, the drawing each character without a
        // glyph, which it then draws as a shape.
        XRLog.setLoggingEnabled(false);
        DRAWING.setLevel(Level.OFF);
    }

    /** The report's own family, and what charts from outside may ask for: Java's logical fonts and JFreeChart's default. */
    private static final List<String> FAMILIES =
            List.of(Fonts.FAMILY, "SansSerif", "Serif", "Monospaced", "Dialog", "DialogInput", "Tahoma");

    private PdfWriter() {}

    /** The file's bytes. Equal documents give equal bytes. */
    public static byte[] pdf(Document document) {
        try (PdfBoxRenderer renderer = builder(document).buildPdfRenderer();
                PDDocument pdf = renderer.createPDFKeepOpen()) {
            Timeless.make(pdf);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PdfRendererBuilder builder(Document document) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfAConformance(PdfAConformance.PDFA_3_U);
        builder.usePdfUaAccessibility(true);
        builder.useReplacementText(NO_GLYPH);
        builder.withProducer(document.generator());
        builder.useColorProfile(ColorProfile.srgb());
        FAMILIES.forEach(family -> useFont(builder, family));
        builder.useObjectDrawerFactory(new FigureDrawers(document));
        builder.withDiagnosticConsumer(diagnostic -> {});
        builder.withHtmlContent(Markup.paper(document), null);
        return builder;
    }

    /** Every family is set in the report's typeface: PDF/A wants all fonts embedded. */
    private static void useFont(PdfRendererBuilder builder, String family) {
        builder.useFont(() -> new ByteArrayInputStream(Fonts.regular()), family, 400, FontStyle.NORMAL, true);
        builder.useFont(() -> new ByteArrayInputStream(Fonts.bold()), family, 700, FontStyle.NORMAL, true);
    }
}
