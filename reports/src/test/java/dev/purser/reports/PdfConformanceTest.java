package dev.purser.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.reports.pdf.PdfWriter;
import dev.purser.simulator.experiment.RunResult;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** veraPDF finds nothing against PDF/A-3u or PDF/UA-1 in any report. */
class PdfConformanceTest {
    @BeforeAll
    static void foundry() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    static Stream<Arguments> reports() {
        Map<String, Supplier<RunResult>> runs = Map.of(
                "day", SyntheticRun::day,
                "eleven-days", SyntheticRun::elevenDays,
                "silence", SyntheticRun::silence,
                "thirty-services", SyntheticRun::thirtyServices);
        return runs.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(run -> Arguments.of(
                        run.getKey(),
                        PdfWriter.pdf(RunDocument.of(run.getValue().get(), Provenances.sample()))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reports")
    void conforms(String name, byte[] pdf) throws Exception {
        for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_3_U, PDFAFlavour.PDFUA_1)) {
            ValidationResult result = validate(pdf, flavour);
            assertTrue(result.getTotalAssertions() > 1000, () -> name + ": hardly anything was checked");
            assertEquals(List.of(), failures(result), name + " against " + flavour);
        }
    }

    private static ValidationResult validate(byte[] pdf, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser);
        }
    }

    private static List<String> failures(ValidationResult result) {
        return result.getTestAssertions().stream()
                .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                .map(assertion -> assertion.getRuleId().getClause() + ": " + assertion.getMessage() + " at "
                        + assertion.getLocation().getContext())
                .limit(5)
                .toList();
    }
}
