package dev.purser.simulator.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The closed forms against values computed elsewhere. */
class QueueingFormulasTest {

    // Tabulated by the R package queueing.
    @ParameterizedTest
    @CsvSource({"1, 0.5, 1", "2, 0.8, 1.777777778", "4, 0.9, 1.969383161", "8, 0.95, 2.110421577"})
    void meanWaitInMmc(int servers, double load, double expected) {
        assertEquals(expected, QueueingFormulas.waitInMmc(servers, load), 1e-8);
    }

    // Tabulated twice, by Crommelin's series and by an embedded Markov chain.
    @ParameterizedTest
    @CsvSource({"1, 0.5, 0.5", "2, 0.8, 0.9032838794", "4, 0.9, 0.9999658856", "8, 0.9, 0.4499732594"})
    void meanWaitInMdc(int servers, double load, double expected) {
        assertEquals(expected, QueueingFormulas.waitInMdc(servers, load), 1e-8);
    }

    @Test
    void lossInTheSmallestSystems() {
        // One server without waiting room at offered load a: a / (1 + a). Room for two: a^2 / (1 + a + a^2).
        assertEquals(0.5 / 1.5, QueueingFormulas.erlangB(1, 0.5), 1e-12);
        assertEquals(0.25 / 1.75, QueueingFormulas.lossInMmck(1, 2, 0.5), 1e-12);
        assertEquals(QueueingFormulas.erlangB(7, 5.6), QueueingFormulas.lossInMmck(7, 7, 0.8), 1e-12);
    }

    @Test
    @EnabledIfSystemProperty(named = "purser.shared", matches = ".+")
    void wholeTables() throws IOException {
        List<String[]> mdc = rows("mdc_computed_two_methods.csv");
        for (String[] row : mdc) {
            double wait = QueueingFormulas.waitInMdc((int) number(row[0]), number(row[1]));
            assertEquals(number(row[2]), wait, 1e-6 * number(row[2]), String.join(",", row));
        }
        List<String[]> mmc = rows("mmc_reference_R_queueing.csv").stream()
                .filter(row -> row[0].equals("M/M/c"))
                .toList();
        for (String[] row : mmc) {
            double wait = QueueingFormulas.waitInMmc((int) number(row[1]), number(row[5])) / number(row[4]);
            assertEquals(number(row[8]), wait, 1e-6 * number(row[8]), String.join(",", row));
        }
        assertTrue(mdc.size() > 60 && mmc.size() > 120);
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }

    private static List<String[]> rows(String file) throws IOException {
        Path path = Path.of(System.getProperty("purser.shared"), "data", "queueing", file);
        return Files.readAllLines(path).stream()
                .skip(1)
                .map(line -> line.replace("\"", "").split(",", -1))
                .toList();
    }
}
