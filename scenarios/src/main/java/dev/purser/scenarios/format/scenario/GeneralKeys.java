package dev.purser.scenarios.format.scenario;

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
import dev.purser.simulator.experiment.Fidelity;
import dev.purser.simulator.time.Calendar;
import dev.purser.simulator.units.Nanos;
import java.time.DayOfWeek;
import java.util.Currency;
import java.util.HashSet;

/** The keys that say what a scenario is called, when it takes place and how it is simulated. */
final class GeneralKeys {
    private static final ScalarType<DayOfWeek> WEEKDAY = Words.kebab("day of the week", DayOfWeek.class);
    private static final ScalarType<Fidelity> FIDELITY =
            Words.kebab("fidelity", Fidelity.class).like("auto");
    private static final ScalarType<Integer> VERSION = Counts.SMALL
            .atLeast("1")
            .atMost(Integer.toString(ScenarioFormat.VERSION))
            .like("1");

    final Value<String> name;
    final Value<String> title;
    final Timeline timeline;
    final Value<Long> warmUp;
    final Value<Long> seed;
    final Value<Long> resolution;
    final Value<Fidelity> fidelity;
    final Value<Currency> currency;

    GeneralKeys(Section in, Environment environment) {
        in.key("purser", VERSION, "version of this format").required();
        name = in.key("name", Words.LINE.like("quickstart"), "short name")
                .orElse("the file's name", () -> new Default(quoted(environment.name()), "file name"));
        title = in.key("title", Words.LINE, "one line for the report's cover")
                .orElse("the value of `name`", () -> new Default(quoted(name.get()), "default: name"));
        timeline = timeline(in);
        warmUp = in.key("warm-up", Durations.NANOS, "time at the start that latency figures leave out; cost keeps it")
                .orElse("0 s");
        seed = in.key("seed", Counts.WHOLE.like("1"), "seed of every random stream")
                .orElse("1");
        resolution = in.key("resolution", Durations.NANOS.atLeast("1 s"), "length of the rows of the interval record")
                .orElse("1 min up to 14 d, 15 min up to 90 d, 1 h beyond", this::resolutionForHorizon);
        fidelity = in.key(
                        "fidelity",
                        FIDELITY,
                        "`request` follows every request; `interval` goes from interval to interval, for months; `auto` "
                                + "is request up to 30 million expected visits to services (requests x stages, in all "
                                + "runs), interval beyond")
                .orElse("auto");
        currency = in.key("currency", Currencies.ISO, "currency of the bill").orElse("USD");
        in.check(this::checkWarmUp);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
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

    private Default resolutionForHorizon() {
        long horizon = timeline.horizonNanos().get();
        long length = horizon <= 90 * Nanos.DAY ? 15 * Nanos.MINUTE : Nanos.HOUR;
        return new Default(
                Durations.print(horizon <= 14 * Nanos.DAY ? Nanos.MINUTE : length), "default for this horizon");
    }

    private void checkWarmUp() {
        long horizon = timeline.horizonNanos().get();
        if (warmUp.get() >= horizon) {
            throw warmUp.refused("got " + Durations.print(warmUp.get()) + ", must be shorter than the horizon, "
                    + Durations.print(horizon));
        }
    }
}
