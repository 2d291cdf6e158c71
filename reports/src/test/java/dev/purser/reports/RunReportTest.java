package dev.purser.reports;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.reports.charts.Charts;
import dev.purser.reports.document.ChartFigure;
import dev.purser.reports.document.Section;
import dev.purser.reports.html.HtmlWriter;
import dev.purser.reports.pdf.PdfWriter;
import dev.purser.simulator.experiment.RunResult;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Both forms of a report, as a reader gets them. */
class RunReportTest {
    @TempDir
    Path folder;

    @Test
    void theSameResultGivesTheSameBytesInAnyLocaleAndZone() throws Exception {
        Path html = folder.resolve("a.html");
        Path pdf = folder.resolve("a.pdf");
        RunReport.write(SyntheticRun.hour(), Provenances.sample(), html, pdf);
        byte[] page = Files.readAllBytes(html);
        byte[] paper = Files.readAllBytes(pdf);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            RunReport.write(SyntheticRun.hour(), Provenances.sample(), html, pdf);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        assertArrayEquals(page, Files.readAllBytes(html), "HTML");
        assertArrayEquals(paper, Files.readAllBytes(pdf), "PDF");
    }

    @Test
    void thePdfSaysNothingOfTheWallClock() throws Exception {
        try (PDDocument pdf = pdf(SyntheticRun.hour())) {
            assertEquals(null, pdf.getDocumentInformation().getCreationDate());
            String metadata = new String(
                    pdf.getDocumentCatalog().getMetadata().exportXMPMetadata().readAllBytes(), StandardCharsets.UTF_8);
            assertFalse(metadata.contains("CreateDate"), metadata);
        }
    }

    @Test
    void thePdfHasRealTextWithChineseAndABookmarkPerSection() throws Exception {
        RunResult run = SyntheticRun.elevenDays();
        try (PDDocument pdf = pdf(run)) {
            String text = new PDFTextStripper().getText(pdf);
            assertTrue(text.contains(run.scenario().title()), "title");
            assertTrue(text.contains("Time (Asia/Shanghai)"), "axis title inside a chart");
            assertTrue(text.contains("double-eleven"), "event inside a chart");
            assertFalse(text.contains("\u25A1"), "a character without a glyph");
            assertTrue(text.contains("1 of " + pdf.getNumberOfPages()), "page number");
            List<String> bookmarks = new ArrayList<>();
            for (PDOutlineItem item :
                    pdf.getDocumentCatalog().getDocumentOutline().children()) {
                bookmarks.add(item.getTitle());
            }
            List<String> expected = new ArrayList<>(List.of(run.scenario().title()));
            RunDocument.of(run, Provenances.sample()).sections().stream()
                    .map(Section::heading)
                    .forEach(expected::add);
            assertEquals(expected, bookmarks);
            assertEquals("en", pdf.getDocumentCatalog().getLanguage());
            assertEquals(run.scenario().title(), pdf.getDocumentInformation().getTitle());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"day", "silence", "thirty-services", "year"})
    void thePageIsWellFormedAndNeedsNothingElse(String name) throws Exception {
        String html = html(Gallery.runs().get(name).get());
        var parsed = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
        assertEquals("en", parsed.getDocumentElement().getAttribute("lang"));
        assertEquals(0, parsed.getElementsByTagName("script").getLength());
        assertEquals(0, parsed.getElementsByTagName("link").getLength());
        assertEquals(0, parsed.getElementsByTagName("img").getLength());
        NodeList pictures = parsed.getElementsByTagName("svg");
        assertEquals(Charts.values().length + 1, pictures.getLength(), "shipped charts and the provided one");
        for (int i = 0; i < pictures.getLength(); i++) {
            Element picture = (Element) pictures.item(i);
            assertEquals("img", picture.getAttribute("role"));
            assertEquals("title", picture.getFirstChild().getNodeName());
            assertFalse(picture.getFirstChild().getTextContent().isBlank());
        }
        Matcher loaded = Pattern.compile("(?:src=|href=|url\\()['\"]?+(?!#|data:)[^'\")]*")
                .matcher(html);
        assertFalse(loaded.find(), () -> "refers to " + loaded.group());
    }

    @Test
    void identifiersInThePageAreUnique() {
        String html = html(SyntheticRun.day());
        Matcher ids = Pattern.compile("\\sid=['\"]([^'\"]+)['\"]").matcher(html);
        HashSet<String> seen = new HashSet<>();
        while (ids.find()) {
            assertTrue(seen.add(ids.group(1)), "twice: " + ids.group(1));
        }
        assertTrue(seen.size() > 20, "hardly any identifier found");
    }

    @Test
    void whatIsPaidAheadIsStated() {
        String html = html(SyntheticRun.hour());
        assertTrue(html.contains("Paid, and left for the time beyond the run"), "caption");
        assertTrue(html.contains("12,345") && html.contains("12,300"), "book value at start and end");
    }

    @Test
    void textIsEscapedWhereverItComesFrom() {
        String html = html(SyntheticRun.thirtyServices());
        assertTrue(html.contains("&lt;with&gt;"), "title");
        assertFalse(html.contains("<with>"), "title as markup");
    }

    @Test
    void theEmbeddedFontHoldsTheTitle() {
        String small = html(SyntheticRun.hour());
        String chinese = html(SyntheticRun.elevenDays());
        assertTrue(chinese.contains("@font-face"));
        assertTrue(fontLength(chinese) > fontLength(small) + 1000, "glyphs of the Chinese title");
    }

    @Test
    void aSectionOnEventsOnlyWhereSomeWereIsolated() {
        assertFalse(sections(SyntheticRun.day()).contains("events"));
        assertTrue(sections(SyntheticRun.elevenDays()).contains("events"));
    }

    @Test
    void aCharacterWithoutAGlyphLeavesASquare() throws Exception {
        try (PDDocument pdf = pdf(SyntheticRun.oddNames())) {
            String text = new PDFTextStripper().getText(pdf);
            assertTrue(
                    text.contains("\u0141\u00F3d\u017A & \u041C\u043E\u0441\u043A\u0432\u0430 <b>"), "Latin, Cyrillic");
            assertTrue(text.contains("\u25A1"), "square");
        }
    }

    @Test
    void chartsFromOutsideGetASectionOfTheirOwn() {
        RunResult run = SyntheticRun.hour();
        Section more = RunDocument.of(run, Provenances.sample()).sections().stream()
                .filter(section -> section.id().equals("more"))
                .findFirst()
                .orElseThrow();
        assertEquals("provided", ((ChartFigure) more.blocks().get(0)).figure().name());
    }

    @Test
    void anEmptyRecordStillMakesAReport() throws Exception {
        RunResult empty = ChartsTest.withoutRecord(SyntheticRun.day());
        RunReport.write(empty, Provenances.sample(), folder.resolve("e.html"), folder.resolve("e.pdf"));
        assertTrue(Files.size(folder.resolve("e.pdf")) > 10_000);
    }

    private static int fontLength(String html) {
        return Arrays.stream(html.split("\n"))
                .filter(line -> line.startsWith("@font-face"))
                .mapToInt(String::length)
                .sum();
    }

    private static List<String> sections(RunResult run) {
        return RunDocument.of(run, Provenances.sample()).sections().stream()
                .map(Section::id)
                .toList();
    }

    private static String html(RunResult run) {
        return HtmlWriter.html(RunDocument.of(run, Provenances.sample()));
    }

    private static PDDocument pdf(RunResult run) throws Exception {
        return Loader.loadPDF(PdfWriter.pdf(RunDocument.of(run, Provenances.sample())));
    }
}
