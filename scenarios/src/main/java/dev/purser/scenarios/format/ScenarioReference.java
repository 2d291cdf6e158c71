package dev.purser.scenarios.format;

import dev.purser.scenarios.catalogue.Catalogue;
import dev.purser.scenarios.format.describe.ReferenceWriter;
import dev.purser.scenarios.format.describe.SchemaWriter;
import dev.purser.scenarios.format.scenario.Environment;
import dev.purser.scenarios.format.scenario.ScenarioFiles;
import dev.purser.scenarios.format.scenario.ScenarioFormat;
import dev.purser.scenarios.format.section.Description;
import dev.purser.scenarios.profile.Profiles;
import java.nio.file.Path;
import java.util.List;

/** What can be said of the scenario format without a scenario: its JSON Schema and its reference page. */
public final class ScenarioReference {
    private static final String INTRODUCTION = """
            A scenario is one YAML file: a fleet, what it serves, to whom, and what it is paid with. This page is generated \
            from the declarations that read the file. Quantities carry their unit in the value, with or without a space \
            before it (`2 ms`, `64 GiB`, `0.34 USD/h`). Every key can be given once; unknown keys are errors. YAML \
            anchors, aliases, merge keys and tags are not supported. `purser show` prints a scenario with all defaults \
            filled in; [scenario.schema.json](scenario.schema.json) is the same page for editors.

            Files that a scenario names (`traffic.csv`) are looked up from its folder and must stay inside it, unless \
            `--allow-outside` is given.
            """;

    private ScenarioReference() {}

    /** The JSON Schema, draft 2020-12. */
    public static String schema() {
        return SchemaWriter.write(describe());
    }

    /** The reference page, in Markdown. */
    public static String page() {
        return ReferenceWriter.write(describe(), "The scenario file", INTRODUCTION);
    }

    private static Description.Keys describe() {
        Environment none = new Environment(
                "name", new ScenarioFiles(Path.of("."), false), Catalogue.shipped(), Profiles.of(List.of()), List.of());
        return new ScenarioFormat(none).format().describe();
    }
}
