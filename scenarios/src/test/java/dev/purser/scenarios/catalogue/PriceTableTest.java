package dev.purser.scenarios.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Place;
import dev.purser.scenarios.format.tree.Problem;
import dev.purser.simulator.cost.Price;
import dev.purser.simulator.cost.PriceKey;
import dev.purser.simulator.cost.PriceList;
import dev.purser.simulator.hardware.PurchaseOption;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class PriceTableTest {
    private static final String HEADER = "provider,region,instance,purchase,unit,price,currency,valid_from,source\n";
    private final Findings findings = new Findings();

    @Test
    void readsAPriceExactly() {
        PriceList list = read("aws,us-east-1,g4dn.xlarge,on-demand,h,0.5260,USD,2026-03-02,\"a list, of 2026\"\n");
        assertEquals(List.of(), problems());
        assertEquals(
                new Price(
                        new PriceKey("aws", "us-east-1", "g4dn.xlarge", PurchaseOption.ON_DEMAND),
                        "h",
                        new BigDecimal("0.5260"),
                        Currency.getInstance("USD"),
                        LocalDate.of(2026, 3, 2),
                        "a list, of 2026"),
                list.prices().get(0));
    }

    @Test
    void takesSeveralDatesOfOneItem() {
        PriceList list = read("aws,r,i,on-demand,h,2,USD,2026-01-01,s\naws,r,i,on-demand,h,1,USD,2026-07-01,s\n");
        assertEquals(List.of(), problems());
        assertEquals(2, list.history(list.prices().get(0).key()).size());
    }

    @Test
    void namesEveryBadRow() {
        PriceList list = read("aws,r,a,on-demand,h,1,USD,2026-01-01,s\n"
                + "aws,r,b,on-demnd,hour,-1,XXZ,2026-13-01,\n"
                + "aws,r,a,on-demand,h,1.5,USD,2026-01-01,s\n"
                + ",r,c,on-demand,h,one,USD,2026-01-01,s\n");
        assertEquals(1, list.prices().size());
        assertEquals(
                List.of(
                        "prices.csv:3 currency: got XXZ, must be an ISO 4217 currency like USD, EUR or CNY",
                        "prices.csv:3 price: got -1, must be at least 0",
                        "prices.csv:3 purchase: got on-demnd, must be on-demand; did you mean `on-demand`?",
                        "prices.csv:3 source: got nothing, must not be blank",
                        "prices.csv:3 unit: got hour, must be h",
                        "prices.csv:3 valid_from: got 2026-13-01, must be a date like 2026-03-02",
                        "prices.csv:4 instance: got aws r a on-demand from 2026-01-01 a second time, must be there"
                                + " once; the first is on line 2",
                        "prices.csv:5 price: got one, must be a decimal number of at least 0",
                        "prices.csv:5 provider: got nothing, must not be blank"),
                problems());
    }

    /** The templates hold facts, but no price: every price is asked for, and nothing else is wrong. */
    @Test
    void theTemplateAsksForPricesOnly() throws IOException {
        PriceTable.read(Place.ofFile("prices-template.csv"), template("prices-template.csv"), findings);
        assertTrue(problems().size() >= 6);
        problems().forEach(problem -> assertTrue(problem.endsWith("price: got nothing, must not be blank"), problem));
    }

    @Test
    void theTemplatesNameTheSameInstances() throws IOException {
        Catalogue catalogue = Catalogue.shipped()
                .withInstances(Place.ofFile("i.csv"), template("instances-template.csv"), findings)
                .withPrices(
                        Place.ofFile("p.csv"), template("prices-template.csv").replace(",h,,", ",h,1,"), findings);
        assertEquals(List.of(), problems());
        catalogue
                .prices()
                .get(0)
                .prices()
                .forEach(price -> assertEquals(
                        price.key().provider(),
                        catalogue.find(price.key().item()).orElseThrow().provider()));
    }

    private static String template(String name) throws IOException {
        return Files.readString(Path.of("library", name));
    }

    private PriceList read(String rows) {
        return PriceTable.read(Place.ofFile("prices.csv"), HEADER + rows, findings);
    }

    private List<String> problems() {
        return findings.problems().stream().map(Problem::toString).toList();
    }
}
