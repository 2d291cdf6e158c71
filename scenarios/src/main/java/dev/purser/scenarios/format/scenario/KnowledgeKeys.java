package dev.purser.scenarios.format.scenario;

import dev.purser.scenarios.catalogue.Catalogue;
import dev.purser.scenarios.format.section.Section;
import dev.purser.scenarios.format.section.Shapes;
import dev.purser.scenarios.format.section.Value;
import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Place;
import dev.purser.scenarios.format.units.Words;
import dev.purser.scenarios.profile.Profiles;
import java.util.List;

/** The keys that add to the hardware and the service times Purser ships. */
final class KnowledgeKeys {
    final Value<Catalogue> catalogue;
    final Value<Profiles> profiles;

    private final Section in;
    private final ScenarioFiles files;

    KnowledgeKeys(Section in, Environment environment) {
        this.in = in;
        this.files = environment.files();
        var cards = files("accelerators", "cards.csv", "your own accelerator cards, as CSV");
        var types = files("instance-types", "types.csv", "your own instance types, as CSV");
        var laws = files("profiles", "device.json", "your own device profiles, as JSON; they are asked first");
        catalogue = in.build(() -> {
            Catalogue withCards = added(environment.catalogue(), cards, Catalogue::withAccelerators);
            return added(withCards, types, Catalogue::withInstances);
        });
        profiles = in.build(() -> added(environment.profiles(), laws, Profiles::with));
    }

    private Value<List<Value<String>>> files(String key, String example, String doc) {
        return in.key(key, Shapes.list(Shapes.placed(Words.FILE.like(example))), doc)
                .orElse("[]");
    }

    /** Adds what stands in one file. */
    private interface Adder<T> {
        T add(T known, Place place, String text, Findings findings);
    }

    /** All files are read, so that each one's problems are reported. */
    private <T> T added(T known, Value<List<Value<String>>> names, Adder<T> adder) {
        return in.clean(findings -> {
            T all = known;
            for (ScenarioFiles.Content content : files.readAll(names.get(), findings)) {
                all = adder.add(all, content.place(), content.text(), findings);
            }
            return all;
        });
    }
}
