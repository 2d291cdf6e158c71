package dev.purser.scenarios.catalogue;

import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;

/** The tables that lie beside this class. A file of them that cannot be read is a fault of the build, not of the user. */
final class ShippedTables {
    /** Providers with a table of instance types; owned hardware has no list price. */
    static final List<String> PROVIDERS = List.of("aws", "azure", "gcp", "owned");

    static final List<String> PRICED = List.of("aws", "azure", "gcp");

    static final Catalogue CATALOGUE = read();

    private ShippedTables() {}

    private static Catalogue read() {
        Findings findings = new Findings();
        Catalogue catalogue =
                Catalogue.empty(date()).withAccelerators(place("accelerators.csv"), text("accelerators.csv"), findings);
        for (String provider : PROVIDERS) {
            String name = provider + "-instances.csv";
            catalogue = catalogue.withInstances(place(name), text(name), findings);
        }
        for (String provider : PRICED) {
            String name = provider + "-prices.csv";
            catalogue = catalogue.withPrices(place(name), text(name), findings);
        }
        if (!findings.clean()) {
            throw new IllegalStateException("shipped catalogue: " + findings.problems());
        }
        return catalogue;
    }

    private static String date() {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text("catalogue.properties")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties.getProperty("date");
    }

    private static Place place(String name) {
        return Place.ofFile("shipped " + name);
    }

    private static String text(String name) {
        try (InputStream stream = ShippedTables.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("shipped catalogue: " + name + " is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
