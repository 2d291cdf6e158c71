package dev.purser.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.reports.document.Block;
import dev.purser.reports.document.Callout;
import dev.purser.reports.document.ChartFigure;
import dev.purser.reports.document.Section;
import dev.purser.reports.document.Table;
import dev.purser.reports.html.HtmlWriter;
import dev.purser.reports.pdf.PdfWriter;
import dev.purser.simulator.experiment.RunResult;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** What a report says of replicates. */
class CalibrationSectionTest {
    @Test
    void aSectionOnlyWhereReplicatesWereRun() {
        assertTrue(section(SyntheticRun.day()).isEmpty());
        assertTrue(section(SyntheticCalibration.day()).isPresent());
    }

    /** Twenty values from -1.9 % to +1.9 % in steps of 0.2: a twentieth of a step inside either end. */
    @Test
    void theTableHasTheEndsOfTheInterval() {
        List<String> cost = rows(SyntheticCalibration.day()).get(1);
        assertEquals("cost per 1,000 requests", cost.get(0));
        assertEquals("0.0123", cost.get(2).replaceFirst("0$", ""));
        assertEquals(0.0123 * (1 - 0.0189), Double.parseDouble(cost.get(3)), 1e-5);
        assertEquals(0.0123 * (1 + 0.0189), Double.parseDouble(cost.get(4)), 1e-5);
    }

    @Test
    void thePictureSaysTheSameInWords() {
        String words = figure(SyntheticCalibration.day()).figure().altText();
        assertTrue(words.contains("effective cost: -1.9\u00A0% to +1.9\u00A0%."), words);
    }

    @Test
    void theCoverHasTheMonth() {
        Callout callout = callout(SyntheticCalibration.day());
        assertTrue(callout.text().contains("a month, the 90\u00A0% interval of 20 replicates"), callout.text());
        assertTrue(
                callout(SyntheticCalibration.still()).text().startsWith("redrawing the measured service times leaves"),
                "nothing moves");
    }

    @Test
    void aTailAmongUnansweredRequestsIsMissedAndNotDrawn() {
        RunResult run = SyntheticCalibration.unanswered();
        assertTrue(rows(run).stream()
                .anyMatch(row -> row.get(0).endsWith("p99") && row.get(4).equals("missed")));
        assertFalse(figure(run).figure().altText().contains("p99"));
    }

    @Test
    void whatIsNotCoveredIsNamed() {
        String html = HtmlWriter.html(RunDocument.of(SyntheticCalibration.day(), Provenances.sample()));
        assertTrue(html.contains("The service times of dlrm-4b on T4 at FP16 (tensorrt) carry no redraws"), "sentence");
        assertFalse(html.contains("NaN"));
    }

    @Test
    void thePaperHasItToo() throws Exception {
        byte[] paper = PdfWriter.pdf(RunDocument.of(SyntheticCalibration.still(), Provenances.sample()));
        try (PDDocument pdf = Loader.loadPDF(paper)) {
            String text = new PDFTextStripper().getText(pdf);
            assertTrue(text.contains("What the calibration leaves open"), "heading");
            assertTrue(text.contains("Difference from the run (%)"), "axis title");
        }
    }

    private static Optional<Section> section(RunResult run) {
        return RunDocument.of(run, Provenances.sample()).sections().stream()
                .filter(section -> section.id().equals("calibration"))
                .findFirst();
    }

    private static List<Block> blocks(RunResult run) {
        return section(run).orElseThrow().blocks();
    }

    private static List<List<String>> rows(RunResult run) {
        return blocks(run).stream()
                .filter(Table.class::isInstance)
                .map(block -> ((Table) block).rows())
                .findFirst()
                .orElseThrow();
    }

    private static ChartFigure figure(RunResult run) {
        return (ChartFigure) blocks(run).stream()
                .filter(ChartFigure.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    private static Callout callout(RunResult run) {
        return (Callout) RunDocument.of(run, Provenances.sample()).cover().stream()
                .filter(block ->
                        block instanceof Callout callout && callout.label().startsWith("Uncertainty"))
                .findFirst()
                .orElseThrow();
    }
}
