package dev.purser.scenarios.format.section;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Node;
import dev.purser.scenarios.format.tree.Place;
import dev.purser.scenarios.format.tree.Problem;
import dev.purser.scenarios.format.tree.YamlTree;
import dev.purser.scenarios.format.units.Counts;
import dev.purser.scenarios.format.units.Durations;
import dev.purser.scenarios.format.units.Words;
import dev.purser.simulator.serving.BatchingSpec;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SectionTest {
    private static final Format<BatchingSpec> BATCHING =
            new Format<>("batching", "How requests become batches.", in -> {
                var largest = in.key("largest", Counts.SMALL.atLeast("1"), "largest batch, in samples")
                        .required();
                var wait = in.key("longest-wait", Durations.NANOS.atMost("1 h"), "longest wait for company")
                        .orElse("2 ms");
                var preferred = in.key("preferred", Shapes.list(Counts.SMALL), "preferred sizes")
                        .orElse("[]");
                return in.build(() -> new BatchingSpec(largest.get(), wait.get(), preferred.get()));
            });

    private final Findings findings = new Findings();

    private <T> Value<T> read(Shape<T> shape, String text) {
        return shape.read(YamlTree.read(Place.ofFile("f.yaml"), text, findings).orElseThrow(), findings);
    }

    private List<String> problems() {
        return findings.problems().stream().map(Problem::toString).toList();
    }

    @Test
    void defaultsFillWhatIsMissing() {
        assertEquals(
                new BatchingSpec(64, 2_000_000, List.of()),
                read(BATCHING, "largest: 64").get());
        assertTrue(findings.clean());
    }

    @Test
    void theEffectiveTreeSaysWhereEachValueComesFrom() {
        Node.Mapping tree = (Node.Mapping) read(BATCHING, "largest: 64").node();
        assertEquals(
                List.of("largest", "longest-wait", "preferred"),
                List.copyOf(tree.entries().keySet()));
        assertEquals("f.yaml:1", tree.entries().get("largest").place().source());
        assertEquals("default", tree.entries().get("longest-wait").place().source());
    }

    @Test
    void everyProblemIsReportedAtOnceInOrderOfTheFile() {
        read(Shapes.named(name -> BATCHING), "a:\n  largst: 12\n  longest-wait: 2\n  preferred: 7\nb:\n  largest: 0\n");
        assertEquals(
                List.of(
                        "f.yaml:1:1 a: got no `largest`, must be given: largest batch, in samples",
                        "f.yaml:2:3 a.largst: unknown key, must be one of largest, longest-wait, preferred; did you mean"
                                + " `largest`?",
                        "f.yaml:3:17 a.longest-wait: got 2, must be a length of time with one of the units ns, us, ms, s,"
                                + " min, h, d, w, such as 250 ms",
                        "f.yaml:4:14 a.preferred: got 7, must be a list",
                        "f.yaml:6:12 b.largest: got 0, must be at least 1"),
                problems());
    }

    @Test
    void whatASpecRefusesStandsAtItsSection() {
        assertFalse(read(Shapes.named(name -> BATCHING), "a: {largest: 8, preferred: [9]}")
                .get()
                .get("a")
                .usable());
        assertEquals(List.of("f.yaml:1:1 a: preferred size 1: got 9, must not pass the largest batch 8"), problems());
    }

    @Test
    void aProblemOfADefaultStandsAtTheSectionItFillsIn() {
        Format<Long> format = new Format<>("f", "A format.", in -> {
            var size = in.key("size", Counts.SMALL.atLeast("5"), "a size")
                    .orElse("from elsewhere", () -> new Key.Default("3", "catalogue"));
            return in.build(() -> size.get().longValue());
        });
        read(Shapes.named(name -> format), "x:\n  {}\n");
        assertEquals(List.of("f.yaml:1:1 x.size: got 3, must be at least 5"), problems());
    }

    @Test
    void alternativesAreToldApartByTheirKeys() {
        Format<String> fixed = new Format<>("fixed", "F.", in -> {
            var count = in.key("fixed", Counts.SMALL, "a count").required();
            return in.build(() -> "fixed " + count.get());
        });
        Format<String> moving = new Format<>("hpa", "H.", in -> {
            var most = in.key("hpa", Words.NAME, "a name").required();
            return in.build(() -> "hpa " + most.get());
        });
        Shape<String> scaling = Alternatives.of("scaling", "S.", fixed, moving);
        assertEquals("fixed 4", read(scaling, "fixed: 4").get());
        read(scaling, "{fixed: 4, hpa: x}");
        read(scaling, "hpb: x");
        assertEquals(
                List.of(
                        "f.yaml:1:1: got fixed and hpa, must have exactly one of the keys fixed, hpa",
                        "f.yaml:1:1: got hpb, must have exactly one of the keys fixed, hpa; did you mean `hpa`?"),
                problems());
    }

    @Test
    void aWordInsteadOfASectionNamesItsKeys() {
        read(Shapes.named(name -> BATCHING), "a: 64\nb: [1]\nc:\n");
        assertEquals(
                List.of(
                        "f.yaml:1:4 a: got 64, must be a mapping with the keys largest, longest-wait, preferred",
                        "f.yaml:2:1 b: got a list, must be a mapping with the keys largest, longest-wait, preferred",
                        "f.yaml:3:1 c: got nothing, must be a mapping with the keys largest, longest-wait, preferred"),
                problems());
    }

    @Test
    void theSameDeclarationsDescribeTheKeys() {
        Description.Keys keys = BATCHING.describe();
        assertEquals(
                List.of("largest REQUIRED ", "longest-wait DEFAULT 2 ms", "preferred DEFAULT []"),
                keys.keys().stream()
                        .map(key -> key.name() + " " + key.presence() + " " + key.defaultText())
                        .toList());
        assertEquals(
                "a whole number, at least 1",
                ((Description.Single) keys.keys().get(0).shape()).rule());
    }

    @Test
    void noneIsAValueOfItsOwn() {
        Shape<Optional<Long>> timeout = Shapes.orNone(Durations.NANOS);
        assertEquals(Optional.empty(), read(timeout, "none").get());
        assertEquals(Optional.of(5_000_000L), read(timeout, "5 ms").get());
    }
}
