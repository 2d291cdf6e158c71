package dev.purser.scenarios.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Place;
import dev.purser.simulator.cost.Price;
import dev.purser.simulator.hardware.HardwareType;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private static final String INSTANCES =
            "provider,instance,cores,memory_gib,accelerator,accelerators,idle_watts,full_watts,watts_method\n";
    private static final String CARDS =
            "accelerator,memory_gib,bandwidth_gb_per_s,watts,fp64,fp32,tf32,fp16,bf16,fp8,int8,source\n";
    private final Findings findings = new Findings();

    @Test
    void findsATypeByName() {
        HardwareType type = Catalogue.shipped().find("g4dn.xlarge").orElseThrow();
        assertEquals("aws", type.provider());
        assertEquals(4, type.cores());
        assertEquals(16L << 30, type.memoryBytes());
        assertEquals("T4", type.computeName());
        assertEquals(1, type.accelerators());
        assertEquals(
                "c7i.2xlarge",
                Catalogue.shipped().find("c7i.2xlarge").orElseThrow().computeName());
    }

    @Test
    void anUnknownNameIsAProblemWithTheNearest() {
        Place place = new Place("shop.yaml", 12, 15, "pools.gpu.instance", "");
        assertTrue(Catalogue.shipped().type("g4dn.xlarg", place, findings).isEmpty());
        assertEquals(
                "shop.yaml:12:15 pools.gpu.instance: got g4dn.xlarg, must be one of the "
                        + Catalogue.shipped().types().size()
                        + " instance types of the catalogue (aws, azure, gcp, owned); did you mean `g4dn.xlarge`?",
                findings.problems().get(0).toString());
    }

    @Test
    void knowsInWhichRegionsATypeHasAPrice() {
        assertEquals(
                List.of("eastus", "japaneast", "southeastasia", "westeurope"),
                List.copyOf(Catalogue.shipped().regionsWithPrice("Standard_NC4as_T4_v3")));
        assertTrue(Catalogue.shipped().regionsWithPrice("owned-4xt4").isEmpty());
    }

    @Test
    void takesTheUsersTypesAndCards() {
        Catalogue catalogue = Catalogue.shipped()
                .withAccelerators(
                        Place.ofFile("cards.csv"), CARDS + "P4,8,192,75,,5.5,,,,,22,NVIDIA P4 data sheet", findings)
                .withInstances(
                        Place.ofFile("own.csv"),
                        INSTANCES
                                + "# a comment\nowned,rack-7,32,128,P4,2,180,420,metered\nowned,rack-8,64,512,,0,90,300,x",
                        findings);
        assertTrue(findings.clean(), () -> findings.problems().toString());
        HardwareType rack = catalogue.find("rack-7").orElseThrow();
        assertEquals("P4", rack.computeName());
        assertEquals(420, rack.maxWatts());
        assertEquals("rack-8", catalogue.find("rack-8").orElseThrow().computeName());
        assertTrue(Catalogue.shipped().find("rack-7").isEmpty(), "the shipped catalogue stays as it is");
    }

    @Test
    void refusesWhatIsWrongWithTheUsersTypesAllAtOnce() {
        Catalogue catalogue = Catalogue.shipped()
                .withInstances(
                        Place.ofFile("own.csv"),
                        INSTANCES
                                + "owned,a,0,128,T5,1,10,20,x\n"
                                + "owned,b,4,-1,,0,10,20,x\n"
                                + "owned,c,4,16,T4,0,10,20,x\n"
                                + "owned,d,4,16,,0,30,20,x\n"
                                + "owned,g4dn.xlarge,4,16,,0,10,20,x\n",
                        findings);
        assertEquals(
                List.of(
                        "own.csv:2 accelerator: got T5, must be one of "
                                + String.join(
                                        ", ",
                                        Catalogue.shipped().accelerators().stream()
                                                .map(card -> card.model())
                                                .toList())
                                + "; did you mean `T4`?",
                        "own.csv:2 cores: got 0, must be a whole number from 1 to 100000",
                        "own.csv:3 memory_gib: got -1, must be a finite number above 0",
                        "own.csv:4: accelerators of c: got 0, must be above 0 exactly when a card is named",
                        "own.csv:5: full power of d (W): got 20.0, must be a finite number of at least 30.0",
                        "own.csv:6 instance: got g4dn.xlarge, must be a name that is not taken yet"),
                findings.problems().stream().map(Object::toString).toList());
        assertEquals("aws", catalogue.find("g4dn.xlarge").orElseThrow().provider());
    }

    @Test
    void refusesCardsWithoutAPeak() {
        Catalogue.shipped().withAccelerators(Place.ofFile("c.csv"), CARDS + "P4,8,192,75,,,,,,,,x", findings);
        assertEquals(
                "c.csv:2 fp32: got no peak at any precision, must be given for at least one",
                findings.problems().get(0).toString());
    }

    @Test
    void asksTheUsersPricesFirst() {
        Catalogue catalogue = Catalogue.shipped()
                .withPrices(
                        Place.ofFile("prices.csv"),
                        "provider,region,instance,purchase,unit,price,currency,valid_from,source\n"
                                + "alibaba,cn-hangzhou,ecs.example,on-demand,h,12.50,CNY,2026-01-01,a made-up figure",
                        findings);
        assertTrue(findings.clean(), () -> findings.problems().toString());
        Price first = catalogue.prices().get(0).prices().get(0);
        assertEquals("prices.csv", catalogue.prices().get(0).name());
        assertEquals("CNY", first.currency().getCurrencyCode());
        assertFalse(catalogue.prices().size() == 1, "the shipped lists come after");
    }
}
