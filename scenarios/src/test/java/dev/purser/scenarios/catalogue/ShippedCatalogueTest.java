package dev.purser.scenarios.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Place;
import dev.purser.scenarios.profile.Profiles;
import dev.purser.scenarios.table.CsvTable;
import dev.purser.scenarios.table.Row;
import dev.purser.simulator.cost.Price;
import dev.purser.simulator.cost.PriceList;
import dev.purser.simulator.hardware.Accelerator;
import dev.purser.simulator.hardware.HardwareType;
import dev.purser.simulator.hardware.Precision;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shipped tables promise: enough, complete, dated, consistent. */
class ShippedCatalogueTest {
    private static final Catalogue SHIPPED = Catalogue.shipped();

    /** Cloud Carbon Footprint, watts per virtual core at rest and at full load, by processor (AWS table). */
    private static final Map<String, double[]> WATTS_PER_CORE = Map.of(
            "Broadwell", new double[] {0.7128, 3.6853},
            "Skylake", new double[] {0.6130, 4.1042},
            "Cascade Lake", new double[] {0.6903, 4.0632},
            "Ice Lake", new double[] {0.7668, 3.7582},
            "Sapphire Rapids", new double[] {1.0363, 4.1605},
            "EPYC 2nd Gen", new double[] {0.4743, 1.6930},
            "EPYC 3rd Gen", new double[] {0.4556, 1.9573},
            "EPYC 4th Gen", new double[] {0.7391, 2.2822},
            "Graviton3", new double[] {0.4743, 1.6930});

    @Test
    void holdsAtLeastFortyTypesOfEveryProvider() {
        Map<String, Long> byProvider =
                SHIPPED.types().stream().collect(Collectors.groupingBy(HardwareType::provider, Collectors.counting()));
        assertEquals(Set.copyOf(ShippedTables.PROVIDERS), byProvider.keySet());
        assertTrue(SHIPPED.types().size() >= 40, () -> byProvider.toString());
        assertTrue(byProvider.values().stream().allMatch(count -> count >= 10), () -> byProvider.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"T4", "L4", "A10G", "A30", "A100-40GB", "A100-80GB", "H100-80GB", "V100-32GB", "TPU-V5E"})
    void everyRequiredCardIsInSomeType(String card) {
        assertTrue(SHIPPED.types().stream().anyMatch(type -> type.computeName().equals(card)));
    }

    @Test
    void someTypesComputeOnProcessorsOnly() {
        assertTrue(SHIPPED.types().stream()
                        .filter(type -> type.accelerators() == 0)
                        .count()
                >= 20);
    }

    @Test
    void everyCloudTypeHasAPriceOfItsProvider() {
        for (HardwareType type : SHIPPED.types()) {
            assertEquals(
                    !type.provider().equals("owned"),
                    !SHIPPED.regionsWithPrice(type.name()).isEmpty(),
                    type.name());
        }
        for (Price price : prices()) {
            HardwareType type = SHIPPED.find(price.key().item()).orElseThrow();
            assertEquals(type.provider(), price.key().provider());
        }
    }

    @Test
    void everyPriceIsAboveZeroDatedAndSourced() {
        LocalDate date = LocalDate.parse(SHIPPED.date());
        for (Price price : prices()) {
            assertTrue(price.unitPrice().signum() > 0, price.toString());
            assertFalse(price.validFrom().isAfter(date), price.toString());
            assertTrue(price.source().matches(".*(20\\d\\d|without a date).*"), price.toString());
            assertEquals("USD", price.currency().getCurrencyCode());
            assertEquals(Price.HOUR, price.unit());
        }
    }

    @Test
    void severalRegionsHavePrices() {
        Set<String> regions =
                prices().stream().map(price -> price.key().region()).collect(Collectors.toSet());
        assertTrue(regions.containsAll(Set.of("us-east-1", "eastus", "westeurope", "us-central1")), regions.toString());
    }

    /** A wrong digit shows as a price per card far from that of the same card elsewhere. */
    @Test
    void pricesOfTheSameCardAgreeWithinAFactorOfEight() {
        Map<String, List<Double>> perCard = prices().stream()
                .filter(price -> type(price).accelerators() > 0)
                .collect(Collectors.groupingBy(
                        price -> type(price).computeName(),
                        Collectors.mapping(
                                price -> price.unitPrice().doubleValue()
                                        / type(price).accelerators(),
                                Collectors.toList())));
        perCard.forEach((card, each) -> {
            double least = each.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
            double most = each.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
            assertTrue(most <= 8 * least, card + ": " + each);
        });
    }

    @Test
    void peaksOfACardAreConsistent() {
        for (Accelerator card : SHIPPED.accelerators()) {
            Map<Precision, Double> peak = card.peakFlops();
            assertOrdered(card, Precision.FP64, Precision.FP32);
            assertOrdered(card, Precision.FP32, Precision.TF32);
            assertOrdered(card, Precision.TF32, Precision.FP16);
            assertOrdered(card, Precision.FP16, Precision.FP8);
            assertOrdered(card, Precision.FP16, Precision.INT8);
            assertOrdered(card, Precision.BF16, Precision.INT8);
            if (peak.containsKey(Precision.FP16) && peak.containsKey(Precision.BF16)) {
                assertEquals(peak.get(Precision.FP16), peak.get(Precision.BF16), card.model());
            }
            assertTrue(peak.values().stream().allMatch(flops -> flops > 1e12 && flops < 1e16), card.model());
            assertTrue(card.memoryBytes() >= 16L << 30 && card.memoryBytes() <= 80L << 30, card.model());
            assertTrue(card.watts() >= 50 && card.watts() <= 1000, card.model());
        }
    }

    private static void assertOrdered(Accelerator card, Precision slower, Precision faster) {
        Map<Precision, Double> peak = card.peakFlops();
        if (peak.containsKey(slower) && peak.containsKey(faster)) {
            assertTrue(peak.get(slower) <= peak.get(faster), card.model() + ": " + slower + " above " + faster);
        }
    }

    /** Watts per core differ by up to 8 % between the providers' tables. */
    @Test
    void wattsFollowTheMethodThatIsStated() {
        for (String provider : ShippedTables.PROVIDERS) {
            for (Row row : rows(provider + "-instances.csv")) {
                String[] method = row.text("watts_method").split(" \\+ ");
                double[] perCore = WATTS_PER_CORE.get(method[0]);
                HardwareType type = SHIPPED.find(row.text("instance")).orElseThrow();
                double cards = type.accelerators()
                        * type.accelerator().map(Accelerator::watts).orElse(0.0);
                assertNear(type.cores() * perCore[0] + 0.11 * cards, type.idleWatts(), type);
                assertNear(type.cores() * perCore[1] + cards, type.maxWatts(), type);
                if (type.accelerators() > 0) {
                    assertEquals(type.accelerators() + " x " + type.computeName(), method[1]);
                }
            }
        }
    }

    private static void assertNear(double wanted, double watts, HardwareType type) {
        assertEquals(wanted, watts, 0.1 + 0.085 * wanted, type.name());
    }

    @Test
    void profilesAndCatalogueCallHardwareTheSame() {
        Set<String> hardware =
                SHIPPED.types().stream().map(HardwareType::computeName).collect(Collectors.toSet());
        Set<String> measured = new HashSet<>();
        Profiles.shipped().all().forEach(profile -> profile.entries().forEach(entry -> measured.add(entry.hardware())));
        assertTrue(hardware.containsAll(measured), () -> measured + " against " + hardware);
    }

    private static HardwareType type(Price price) {
        return SHIPPED.find(price.key().item()).orElseThrow();
    }

    private static List<Price> prices() {
        return SHIPPED.prices().stream()
                .map(PriceList::prices)
                .flatMap(List::stream)
                .toList();
    }

    private static List<Row> rows(String name) {
        Findings findings = new Findings();
        try (InputStream stream = Catalogue.class.getResourceAsStream(name)) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return CsvTable.read(Place.ofFile(name), text, Set.of("instance", "watts_method"), Set.of(), findings);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
