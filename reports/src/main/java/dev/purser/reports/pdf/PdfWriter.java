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
import org.apache.pdfbox.pdmodel.PDDocument;

/** An A4 PDF of a document that conforms to PDF/A-3u and PDF/UA-1: fonts embedded, tagged, charts as vectors. */
public final class PdfWriter {
    static {
        // The library logs its progress to the console by default.
        XRLog.setLoggingEnabled(false);
    }

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
        builder.withProducer(document.generator());
        builder.useColorProfile(ColorProfile.srgb());
        builder.useFont(() -> new ByteArrayInputStream(Fonts.regular()), Fonts.FAMILY, 400, FontStyle.NORMAL, true);
        builder.useFont(() -> new ByteArrayInputStream(Fonts.bold()), Fonts.FAMILY, 700, FontStyle.NORMAL, true);
        builder.useObjectDrawerFactory(new FigureDrawers(document));
        builder.withDiagnosticConsumer(diagnostic -> {});
        builder.withHtmlContent(Markup.paper(document), null);
        return builder;
    }
}
