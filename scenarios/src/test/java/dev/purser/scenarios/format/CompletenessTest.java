package dev.purser.scenarios.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.simulator.scaling.AutoscalerKind;
import dev.purser.simulator.scaling.Autoscalers;
import dev.purser.simulator.serving.LoadBalancers;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the simulator knows, the format can say, and the reference explains. */
class CompletenessTest {
    private static final String PAGE = ScenarioReference.page();

    private static Set<String> sections(String prefix) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = Pattern.compile("\\n## " + prefix + "-by-(\\S+)\\n").matcher(PAGE);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    @Test
    void everyAutoscalerHasASection() {
        Set<String> expected = new TreeSet<>(
                Autoscalers.all().stream().map(AutoscalerKind::kindName).toList());
        expected.add("manifest");
        assertEquals(expected, sections("scaling"));
    }

    @Test
    void everyKindOfTrafficHasASection() {
        assertEquals(new TreeSet<>(List.of("users", "rate", "trace", "prometheus", "clients")), sections("traffic"));
    }

    @Test
    void everyBalancerIsNamed() {
        assertTrue(PAGE.contains("one of " + String.join(", ", LoadBalancers.labels())));
    }

    @Test
    void everyLinkLeadsToASection() {
        Matcher links = Pattern.compile("\\]\\(#([^)]+)\\)").matcher(PAGE);
        while (links.find()) {
            assertTrue(PAGE.contains("\n## " + links.group(1) + "\n"), links.group(1));
        }
    }
}
