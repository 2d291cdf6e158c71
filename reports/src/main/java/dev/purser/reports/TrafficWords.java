package dev.purser.reports;

import dev.purser.reports.text.Moments;
import dev.purser.reports.text.Numbers;
import dev.purser.simulator.traffic.RateEventSpec;
import dev.purser.simulator.traffic.RateProfile;
import dev.purser.simulator.traffic.TrafficSpec;
import java.util.ArrayList;
import java.util.List;

/** Says in words where requests come from. */
final class TrafficWords {
    private TrafficWords() {}

    static String describe(TrafficSpec traffic) {
        if (traffic instanceof TrafficSpec.Profile profile) {
            return profile(profile);
        }
        if (traffic instanceof TrafficSpec.Trace trace) {
            return "replay of " + trace.source();
        }
        TrafficSpec.ClosedLoop loop = (TrafficSpec.ClosedLoop) traffic;
        return Numbers.count(loop.clients()) + " clients, each thinking "
                + Numbers.plain(loop.thinkSeconds().mean()) + " s on average";
    }

    private static String profile(TrafficSpec.Profile traffic) {
        RateProfile profile = traffic.profile();
        List<String> parts = new ArrayList<>();
        parts.add(Numbers.plain(profile.basePerSecond()) + " requests/s in a mean week at the start");
        if (profile.growthPerMonth() != 0) {
            parts.add("growing " + Numbers.percent(profile.growthPerMonth()) + " a month");
        }
        if (traffic.dispersion() > 1) {
            parts.add("variance " + Numbers.plain(traffic.dispersion()) + " times the mean over "
                    + Moments.length(traffic.dispersionWindowNanos()));
        }
        profile.events().stream().map(TrafficWords::event).forEach(parts::add);
        return String.join("; ", parts);
    }

    private static String event(RateEventSpec event) {
        return event.name() + ", " + Numbers.plain(event.factor()) + " times the rate";
    }
}
