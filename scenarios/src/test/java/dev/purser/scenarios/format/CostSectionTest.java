package dev.purser.scenarios.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.scenarios.format.tree.Problem;
import dev.purser.simulator.cost.BillingRule;
import dev.purser.simulator.cost.ByteUnit;
import dev.purser.simulator.cost.CostClass;
import dev.purser.simulator.cost.CostSpec;
import dev.purser.simulator.cost.ExchangeRate;
import dev.purser.simulator.cost.FixedItem;
import dev.purser.simulator.cost.OwnedHardware;
import dev.purser.simulator.cost.Role;
import dev.purser.simulator.cost.StorageItem;
import dev.purser.simulator.cost.TransferPrice;
import dev.purser.simulator.units.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostSectionTest {
    static final String COST = """
            cost:
              exchange:
                EUR: {rate: 1.1, source: 'a bank, 2026-03-01'}
              billing: {increment: 1 h, minimum: 1 h}
              owned:
                gpu:
                  price: 28000 EUR
                  bought: 2025-03-02
                  life: 4 years
                  salvage: 10 %
                  energy: 0.14 EUR/kWh
                  pue: 1.4
                  space: 90 EUR/month
                  maintenance: 5 %
              storage:
                features: {size: 2 TiB, price: 0.08 USD/GB-month}
              transfer:
                - {from: home, to: internet, price: 0.05 USD/GiB}
              fixed:
                support: {class: operations, price: 1200 USD/year, service: ranking, in-advance: true}
              people:
                ml-engineer: {count: 1.5, salary: 12000 USD/month, overhead: 1.3}
            """;

    static final String OWNED = BadInputTest.VALID
            .replace("cloud: {provider: aws, region: us-east-1}", "home: {provider: owned, region: berlin}")
            .replace("{instance: g4dn.xlarge, instances: {min: 1, max: 4}}", "{instance: owned-1xt4, instances: 2}");

    @TempDir
    Path folder;

    private Loaded load(String yaml) throws IOException {
        return ScenarioLoader.shipped().load(Files.writeString(folder.resolve("shop.yaml"), yaml));
    }

    private static Money money(String amount, String currency) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currency));
    }

    @Test
    void everyKeyIsTaken() throws IOException {
        Loaded loaded = load(OWNED + COST);
        assertEquals(List.of(), loaded.problems());
        assertEquals("1 EUR is 1.1 USD (a bank, 2026-03-01)", loaded.remarks().get("cost.exchange.EUR.rate"));
        CostSpec cost = loaded.scenario().orElseThrow().cost();
        Currency usd = Currency.getInstance("USD");
        assertEquals(usd, cost.currency());
        assertEquals(
                List.of(new ExchangeRate(
                        Currency.getInstance("EUR"), usd, new BigDecimal("1.1"), "a bank, 2026-03-01")),
                cost.rates());
        assertEquals(new BillingRule(3600, 3600), cost.billing());
        assertEquals(
                List.of(new OwnedHardware(
                        "gpu",
                        money("28000", "EUR"),
                        LocalDate.parse("2025-03-02"),
                        48,
                        money("2800", "EUR"),
                        money("0.14", "EUR"),
                        new BigDecimal("1.4"),
                        money("90", "EUR"),
                        new BigDecimal("0.05"))),
                cost.owned());
        assertEquals(
                List.of(new StorageItem("features", 2L << 40, money("0.08", "USD"), ByteUnit.GB, Optional.empty())),
                cost.storage());
        assertEquals(
                List.of(new TransferPrice("home", "internet", money("0.05", "USD"), ByteUnit.GIB)), cost.transfers());
        assertEquals(
                List.of(new FixedItem(
                        "support", CostClass.OPERATIONS, money("100", "USD"), Optional.of("ranking"), true)),
                cost.fixed());
        assertEquals(
                List.of(new Role(
                        "ml-engineer",
                        new BigDecimal("1.5"),
                        money("12000", "USD"),
                        new BigDecimal("1.3"),
                        Optional.empty())),
                cost.people());
    }

    @Test
    void ownPriceListsComeFirst() throws IOException {
        Files.writeString(folder.resolve("prices.csv"), """
                provider,region,instance,purchase,unit,price,currency,valid_from,source
                aws,us-east-1,g4dn.xlarge,on-demand,h,0.1,USD,2026-01-01,our contract
                """);
        CostSpec cost = load(BadInputTest.VALID + "cost: {prices: [prices.csv]}\n")
                .scenario()
                .orElseThrow()
                .cost();
        assertEquals("0.1", cost.prices().get(0).prices().get(0).unitPrice().toPlainString());
        assertTrue(cost.prices().size() > 1);
    }

    @Test
    void mistakesInAPriceListStandAtItsLine() throws IOException {
        Files.writeString(folder.resolve("prices.csv"), """
                provider,region,instance,purchase,unit,price,currency,valid_from,source
                aws,us-east-1,g4dn.xlarge,on-demand,h,cheap,USD,2026-01-01,our contract
                """);
        List<Problem> problems =
                load(BadInputTest.VALID + "cost: {prices: [prices.csv]}\n").problems();
        assertEquals(1, problems.size());
        assertTrue(problems.get(0).toString().startsWith("prices.csv:2 price: got cheap"), problems::toString);
    }

    @Test
    void whatMovesBetweenSitesMustHaveAPrice() throws IOException {
        String entered = BadInputTest.VALID.replace("stages: [ranking]", "stages: [ranking]\n    entry: internet");
        assertEquals(
                List.of("shop.yaml:15:3 pipelines.search: got no price of moving data from cloud to internet, nor from"
                        + " internet to cloud, must be stated in `cost.transfer`, as 0 if it is free"),
                problems(entered));
        assertEquals(List.of(), problems(entered + """
                cost:
                  transfer:
                    - {from: cloud, to: internet, price: 0.09 USD/GB}
                    - {from: internet, to: cloud, price: 0 USD/GB}
                """));
        assertEquals(
                List.of(), problems(entered.replace("[ranking]", "[{service: ranking, request: 0 B, response: 0 B}]")));
        assertEquals(List.of(), problems(entered.replace("entry: internet", "entry: cloud")));
    }

    private List<String> problems(String yaml) throws IOException {
        return load(yaml).problems().stream()
                .map(problem -> problem.toString().replace(folder + "/", ""))
                .toList();
    }

    @Test
    void aPriceInACurrencyWithoutARateStandsAtItsPool() throws IOException {
        assertEquals(
                List.of(
                        "shop.yaml:9:3 pools.gpu: exchange rate: got an amount in USD for a bill in EUR, a rate from USD"
                                + " to EUR must be stated"),
                problems(BadInputTest.VALID.replace("horizon: 2 d", "horizon: 2 d\ncurrency: EUR")));
    }

    @Test
    void theSourceOfEveryPriceInForceIsRemarked() throws IOException {
        Files.writeString(folder.resolve("prices.csv"), """
                provider,region,instance,purchase,unit,price,currency,valid_from,source
                aws,us-east-1,g4dn.xlarge,on-demand,h,0.1,USD,2026-01-01,our contract
                aws,us-east-1,g4dn.xlarge,on-demand,h,0.2,USD,2026-03-03,second year
                aws,us-east-1,g4dn.xlarge,on-demand,h,0.3,USD,2026-03-04,third year
                """);
        Loaded loaded = load(BadInputTest.VALID + "cost: {prices: [prices.csv]}\n");
        assertEquals(
                "0.1 USD/h from 2026-01-01 (our contract), then 0.2 USD/h from 2026-03-03 (second year)",
                loaded.remarks().get("pools.gpu.purchase"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gpu:\\n      price: 28000 EUR | cpu:\\n      price: 28000 EUR | got pool cpu, must name an owned pool: must be gpu
            price: 28000 EUR  | price: 28000          | cost.owned.gpu.price: got 28000, must be an amount with currency (USD or another ISO 4217 currency), such as 12 USD
            life: 4 years     | life: 4               | cost.owned.gpu.life: got 4, must be a whole number of months, with one of the units months, years, such as 4 years
            pue: 1.4          | pue: 0.4              | cost.owned.gpu.pue: got 0.4, must be at least 1
            {rate: 1.1        | {rate: 0              | cost.exchange.EUR.rate: got 0, must be above 0
            EUR: {rate        | EURO: {rate           | must name an ISO 4217 currency
            EUR: {rate        | GBP: {rate            | a rate from EUR to USD must be stated
            USD/GB-month      | USD/GB                | cost.storage.features.price: got 0.08 USD/GB, must be an amount with currency and unit (USD/GB-month, USD/GiB-month
            from: home        | from: hone            | cost.transfer[0].from: got hone, must be one of home, internet; did you mean `home`?
            class: operations | class: ops            | cost.fixed.support.class: got ops, must be one of hardware, software, data, people, operations
            service: ranking  | service: rankng       | cost.fixed.support.service: got rankng, must be ranking; did you mean `ranking`?
            increment: 1 h    | increment: 1500 ms    | cost.billing.increment: got 1500 ms, must be whole seconds
            bought: 2025-03-02 | bought: 2026-03-03   | cost.owned.gpu.bought: got 2026-03-03, must not be after the start of the scenario, 2026-03-02
            """)
    void mistakesAreReportedAtTheirPlace(String right, String wrong, String expected) throws IOException {
        String from = right.replace("\\n", "\n");
        assertTrue(COST.contains(from), from);
        List<Problem> problems =
                load(OWNED + COST.replace(from, wrong.replace("\\n", "\n"))).problems();
        assertTrue(problems.stream().anyMatch(problem -> problem.toString().contains(expected)), problems::toString);
    }
}
