package dev.purser.reports;

import dev.purser.reports.document.Document;
import dev.purser.reports.html.HtmlWriter;
import dev.purser.reports.pdf.PdfWriter;
import dev.purser.simulator.experiment.RunResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The report of one run, as one HTML page that needs no other file and as a PDF. */
public final class RunReport {
    private RunReport() {}

    /**
     * Writes both forms of the report. Equal arguments give equal bytes.
     *
     * @param result the run
     * @param provenance where it comes from
     * @param html file to write the page to; replaced if it exists
     * @param pdf file to write the PDF to; replaced if it exists
     * @throws IOException if a file cannot be written
     */
    public static void write(RunResult result, Provenance provenance, Path html, Path pdf) throws IOException {
        Document document = RunDocument.of(result, provenance);
        Files.writeString(html, HtmlWriter.html(document), StandardCharsets.UTF_8);
        Files.write(pdf, PdfWriter.pdf(document));
    }
}
