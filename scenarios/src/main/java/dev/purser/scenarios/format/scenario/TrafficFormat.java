package dev.purser.scenarios.format.scenario;

import dev.purser.scenarios.format.section.Alternatives;
import dev.purser.scenarios.format.section.Format;
import dev.purser.scenarios.format.section.Shape;
import dev.purser.scenarios.format.units.Counts;
import dev.purser.scenarios.format.units.Rates;
import dev.purser.simulator.traffic.TrafficSpec;

/**
 * Reads {@code traffic} of a pipeline: the registry of its kinds.
 *
 * @param timeline when the scenario takes place
 * @param files the files traces come from
 */
record TrafficFormat(Timeline timeline, ScenarioFiles files) {

    Shape<TrafficSpec> shape() {
        return Alternatives.of(
                "traffic",
                "Where requests come from; told apart by the key that only this kind has.",
                users(),
                rate(),
                new TraceFormat(timeline, files).csv(),
                new TraceFormat(timeline, files).prometheus(),
                clients());
    }

    private Format<TrafficSpec> users() {
        return new Format<>("users", "Users, who come for sessions, look at pages and so cause requests.", in -> {
            var users = in.key("users", Counts.WHOLE.atLeast("1").like("2.4 M"), "how many users there are")
                    .required();
            var sessions = in.key("sessions", Rates.PER_SECOND.like("0.3 /day"), "sessions per user")
                    .required();
            var views = in.key("views", Counts.REAL.atLeast("0").like("6"), "page views per session")
                    .orElse("1");
            var requests = in.key("requests", Counts.REAL.atLeast("0").like("1.2"), "requests per page view")
                    .orElse("1");
            var profile = new ProfileKeys(in, timeline);
            return in.build(() -> profile.traffic(users.get() * sessions.get() * views.get() * requests.get()));
        });
    }

    private Format<TrafficSpec> rate() {
        return new Format<>("rate", "Requests at a rate.", in -> {
            var rate = in.key("rate", Rates.PER_SECOND, "mean rate of an ordinary week at the start")
                    .required();
            var profile = new ProfileKeys(in, timeline);
            return in.build(() -> profile.traffic(rate.get()));
        });
    }

    private Format<TrafficSpec> clients() {
        return new Format<>("clients", "Closed loop: clients who wait for an answer before they ask again.", in -> {
            var clients = in.key("clients", Counts.SMALL.atLeast("1").like("50"), "how many there are")
                    .required();
            var think = in.key("think", Distributions.SECONDS, "from an answer to the next request")
                    .required();
            return in.build(() -> new TrafficSpec.ClosedLoop(clients.get(), think.get()));
        });
    }
}
