package dev.purser.scenarios.format.scenario;

import dev.purser.scenarios.format.section.Section;
import dev.purser.scenarios.format.section.Value;
import dev.purser.simulator.experiment.Fidelity;
import dev.purser.simulator.experiment.FidelityChoice;
import dev.purser.simulator.experiment.ScenarioSpec;
import java.util.Locale;

/** Remarks what {@code fidelity: auto} comes to, and why. */
record FidelityRemark(Value<Fidelity> fidelity, Value<ScenarioSpec> scenario) {
    void run(Section in) {
        if (fidelity.usable() && fidelity.get() == Fidelity.AUTO && scenario.usable()) {
            in.remark(fidelity, () -> text(FidelityChoice.of(scenario.get())));
        }
    }

    private static String text(FidelityChoice choice) {
        return String.format(
                Locale.ROOT,
                "%s level, for %s visits to services are to be expected",
                choice.fidelity().label(),
                rounded(choice.expectedVisits()));
    }

    private static String rounded(double visits) {
        return visits < 1e6
                ? String.format(Locale.ROOT, "%,.0f", visits)
                : String.format(Locale.ROOT, "%,.1f million", visits / 1e6);
    }
}
