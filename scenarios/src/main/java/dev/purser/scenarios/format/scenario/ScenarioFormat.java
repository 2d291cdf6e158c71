package dev.purser.scenarios.format.scenario;

import dev.purser.scenarios.catalogue.Catalogue;
import dev.purser.scenarios.format.section.Format;
import dev.purser.scenarios.format.section.Key.Default;
import dev.purser.scenarios.format.section.ScalarType;
import dev.purser.scenarios.format.section.Section;
import dev.purser.scenarios.format.section.Shapes;
import dev.purser.scenarios.format.section.Value;
import dev.purser.scenarios.format.units.Counts;
import dev.purser.scenarios.format.units.Currencies;
import dev.purser.scenarios.format.units.Dates;
import dev.purser.scenarios.format.units.Durations;
import dev.purser.scenarios.format.units.Words;
import dev.purser.scenarios.profile.Profiles;
import dev.purser.simulator.experiment.ScenarioSpec;
import dev.purser.simulator.serving.PipelineSpec;
import dev.purser.simulator.serving.ServiceSpec;
import dev.purser.simulator.time.Calendar;
import dev.purser.simulator.units.Nanos;
import java.time.DayOfWeek;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a whole scenario.
 *
 * @param environment what it is read against
 */
public record ScenarioFormat(Environment environment) {
    /** Version of the format. */
    public static final int VERSION = 1;

    private static final ScalarType<DayOfWeek> WEEKDAY = Words.kebab("day of the week", DayOfWeek.class);

    /** The shape of a scenario file. */
    public Format<ScenarioSpec> format() {
        return new Format<>("scenario", "A fleet, what it serves, to whom, and what it is paid with.", this::read);
    }

    private Value<ScenarioSpec> read(Section in) {
        in.key(
                        "purser",
                        Counts.SMALL
                                .atLeast("1")
                                .atMost(Integer.toString(VERSION))
                                .like("1"),
                        "version of this format")
                .required();
        var name = in.key("name", Words.LINE.like("quickstart"), "short name")
                .orElse("the file's name", () -> new Default(quoted(environment.name()), "file name"));
        var title = in.key("title", Words.LINE, "one line for the report's cover")
                .orElse("the value of `name`", () -> new Default(quoted(name.get()), "default: name"));
        Timeline timeline = timeline(in);
        var warmUp = in.key(
                        "warm-up", Durations.NANOS, "time at the start that latency figures leave out; cost keeps it")
                .orElse("0 s");
        var seed = in.key("seed", Counts.WHOLE.like("1"), "seed of every random stream")
                .orElse("1");
        var resolution = resolution(in, timeline);
        var currency =
                in.key("currency", Currencies.ISO, "currency of the bill").orElse("USD");
        Known known = new Known(in);
        var sites = in.key("sites", Shapes.someNamed(SiteFormat::of), "places where instances run")
                .required();
        var pools = in.key("pools", Shapes.someNamed(new PoolFormat(sites, known.catalogue)::of), "instances")
                .required();
        var services = in.key(
                        "services",
                        Shapes.someNamed(new ServiceFormat(pools, known.profiles, environment)::of),
                        "what answers requests")
                .required();
        var pipelines = in.key(
                        "pipelines",
                        Shapes.someNamed(new PipelineFormat(services, sites, timeline, environment.files())::of),
                        "kinds of user requests")
                .required();
        Declared declared = new Declared(sites, pools, services, timeline);
        var cost = in.key(
                        "cost",
                        new CostFormat(currency, known.catalogue, declared, environment.files()).format(),
                        "what the bill consists of")
                .orElse("{}");
        in.check(() -> checkWarmUp(warmUp, timeline));
        new PriceCheck(sites, timeline, cost).run(in, pools);
        checkReached(in, services, pipelines);
        return in.build(() -> new ScenarioSpec(
                name.get(),
                title.get(),
                timeline.calendar().get(),
                timeline.horizonNanos().get(),
                warmUp.get(),
                seed.get(),
                resolution.get(),
                all(pipelines),
                all(services),
                all(sites).stream().map(SiteFormat.Site::spec).toList(),
                all(pools),
                cost.get()));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static <T> List<T> all(Value<Map<String, Value<T>>> named) {
        return named.get().values().stream().map(Value::get).toList();
    }

    private static Timeline timeline(Section in) {
        var zone = in.key("zone", Dates.ZONE, "zone of all civil times").orElse("UTC");
        var start = in.key("start", Dates.MOMENT.like("2026-03-02"), "when the simulation begins")
                .required();
        var horizon = in.key(
                        "horizon",
                        Durations.NANOS.above("0 s").atMost("3660 d").like("1 d"),
                        "simulated time; a day has 24 hours")
                .required();
        var holidays = in.key("holidays", Shapes.list(Dates.DATE), "dates that count as another day of the week")
                .orElse("[]");
        var like = in.key("holidays-like", WEEKDAY, "the day of the week holidays count as")
                .orElse("sunday");
        Value<Calendar> calendar = in.build(
                () -> new Calendar(Lookups.moment(start, zone.get()), new HashSet<>(holidays.get()), like.get()));
        return new Timeline(calendar, horizon);
    }

    private static Value<Long> resolution(Section in, Timeline timeline) {
        return in.key("resolution", Durations.NANOS.atLeast("1 s"), "length of the rows of the interval record")
                .orElse(
                        "1 min up to 14 d, 15 min up to 90 d, 1 h beyond",
                        () -> new Default(
                                Durations.print(
                                        resolutionFor(timeline.horizonNanos().get())),
                                "default for this horizon"));
    }

    private static long resolutionFor(long horizonNanos) {
        if (horizonNanos <= 14 * Nanos.DAY) {
            return Nanos.MINUTE;
        }
        return horizonNanos <= 90 * Nanos.DAY ? 15 * Nanos.MINUTE : Nanos.HOUR;
    }

    private static void checkWarmUp(Value<Long> warmUp, Timeline timeline) {
        if (warmUp.get() >= timeline.horizonNanos().get()) {
            throw warmUp.refused("got " + Durations.print(warmUp.get()) + ", must be shorter than the horizon, "
                    + Durations.print(timeline.horizonNanos().get()));
        }
    }

    private static void checkReached(
            Section in,
            Value<Map<String, Value<ServiceSpec>>> services,
            Value<Map<String, Value<PipelineSpec>>> pipelines) {
        Value<Set<String>> called = in.build(() -> {
            Set<String> names = new HashSet<>();
            all(pipelines).forEach(pipeline -> pipeline.stages().forEach(stage -> names.add(stage.service())));
            return names;
        });
        if (called.usable() && services.usable()) {
            services.get()
                    .forEach((name, service) -> in.check(() -> {
                        if (!called.get().contains(name)) {
                            throw service.refused(
                                    "is called by no pipeline, must be a stage of at least one or be left out");
                        }
                    }));
        }
    }

    /** Hardware and service times: what Purser ships and what the scenario adds. */
    private final class Known {
        private final Value<Profiles> profiles;
        private final Value<Catalogue> catalogue;

        Known(Section in) {
            var cards = files(in, "accelerators", "cards.csv", "your own accelerator cards, as CSV");
            var types = files(in, "instance-types", "types.csv", "your own instance types, as CSV");
            var laws = files(in, "profiles", "device.json", "your own device profiles, as JSON; they are asked first");
            ScenarioFiles files = environment.files();
            catalogue = in.build(() -> in.clean(findings -> {
                Catalogue all = environment.catalogue();
                for (Value<String> file : cards.get()) {
                    ScenarioFiles.Content content = files.read(file);
                    all = all.withAccelerators(content.place(), content.text(), findings);
                }
                for (Value<String> file : types.get()) {
                    ScenarioFiles.Content content = files.read(file);
                    all = all.withInstances(content.place(), content.text(), findings);
                }
                return all;
            }));
            profiles = in.build(() -> in.clean(findings -> {
                Profiles all = environment.profiles();
                for (Value<String> file : laws.get()) {
                    ScenarioFiles.Content content = files.read(file);
                    all = all.with(content.place(), content.text(), findings);
                }
                return all;
            }));
        }

        private static Value<List<Value<String>>> files(Section in, String key, String example, String doc) {
            return in.key(key, Shapes.list(Shapes.placed(Words.FILE.like(example))), doc)
                    .orElse("[]");
        }
    }
}
