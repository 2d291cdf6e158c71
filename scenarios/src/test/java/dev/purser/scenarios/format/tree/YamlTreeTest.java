package dev.purser.scenarios.format.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlTreeTest {
    private final Findings findings = new Findings();

    private Optional<Node> read(String text) {
        return YamlTree.read(Place.ofFile("f.yaml"), text, findings);
    }

    private List<String> problems() {
        return findings.problems().stream().map(Problem::toString).toList();
    }

    @Test
    void everyNodeKnowsItsLineColumnAndPath() {
        Node.Mapping top =
                (Node.Mapping) read("a: 1\nb:\n  c: [x, 2 ms]\n  d:\n").orElseThrow();
        Node.Mapping b = (Node.Mapping) top.entries().get("b");
        Node.Sequence c = (Node.Sequence) b.entries().get("c");
        assertEquals("f.yaml:1:4 a", top.entries().get("a").place().toString());
        assertEquals("f.yaml:2:1 b", b.place().toString());
        assertEquals("f.yaml:3:10 b.c[1]", c.items().get(1).place().toString());
        assertEquals("f.yaml:4:3 b.d", b.entries().get("d").place().toString());
        assertEquals("2 ms", ((Node.Scalar) c.items().get(1)).text());
        assertTrue(findings.clean());
    }

    /** Escape sequences in keys must not reach the terminal; nor must marks that turn the direction of writing. */
    @Test
    void problemsHoldNoControlCharacters() {
        Node.Mapping top =
                (Node.Mapping) read("\"\\e[2Jx\": 1\n\"a\\u202eb\": 2\n").orElseThrow();
        top.keyPlaces().values().forEach(place -> findings.add(place, "unknown key\u0007"));
        assertEquals(
                List.of("f.yaml:1:1 \uFFFD[2Jx: unknown key\uFFFD", "f.yaml:2:1 a\uFFFDb: unknown key\uFFFD"),
                problems());
    }

    @Test
    void yamlTellsNumbersAndTruthFromText() {
        Node.Sequence items =
                (Node.Sequence) read("[1, 1.5, true, no, \"1\", 2026-03-02]").orElseThrow();
        List<Node.Scalar.Form> forms =
                items.items().stream().map(item -> ((Node.Scalar) item).form()).toList();
        assertEquals(
                List.of(
                        Node.Scalar.Form.NUMBER,
                        Node.Scalar.Form.NUMBER,
                        Node.Scalar.Form.TRUTH,
                        Node.Scalar.Form.TEXT,
                        Node.Scalar.Form.TEXT,
                        Node.Scalar.Form.TEXT),
                forms);
    }

    @Test
    void everyDuplicateKeyIsReported() {
        read("a: 1\nb: 2\na: 3\nb: 4\n");
        assertEquals(
                List.of(
                        "f.yaml:3:1 a: got the key a second time, must stand once; the first is on line 1",
                        "f.yaml:4:1 b: got the key a second time, must stand once; the first is on line 2"),
                problems());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'a: &x 1\nb: *x'            | alias
            'a: &x {k: 1}\nb: *x'       | anchor `&x`
            'b: *x'                     | alias
            'a: {<<: {k: 1}}'           | merge key
            'a: !!binary aGk='          | tag `
            'a: 1\n---\nb: 2'           | second document
            '\ta: 1'                    | with tabs
            'a:\n\t- 1'                 | with tabs
            'a: b: c'                   | indentation
            'a: [1, 2'                  | valid YAML
            'a: "x'                     | valid YAML
            """)
    void whatItDoesNotSupportIsRefusedByName(String text, String expected) {
        read(text.replace("\\n", "\n").replace("\\t", "\t"));
        assertTrue(
                problems().stream().anyMatch(problem -> problem.contains(expected)), () -> text + " -> " + problems());
    }

    @Test
    void aliasBombIsRefusedWithoutGrowing() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 60; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
        }
        read(bomb.toString());
        assertTrue(problems().get(0).startsWith("f.yaml:1:9 a0: got the anchor")
                || problems().get(0).contains("anchor"));
    }

    @Test
    void towerOfListsIsRefused() {
        assertTrue(read("[".repeat(5000) + "]".repeat(5000)).isEmpty());
        assertEquals(1, problems().size());
        assertTrue(problems().get(0).contains("must be flatter"), problems().get(0));
    }

    @ParameterizedTest
    @CsvSource({"''", "'# nothing'", "'---'", "'null'"})
    void emptyTextIsNoDocument(String text) {
        assertTrue(read(text).isEmpty());
    }
}
