package dev.purser.simulator.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.purser.simulator.serving.PipelineSpec;
import dev.purser.simulator.serving.ServiceSpec;
import dev.purser.simulator.serving.TestService;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GroupTest {
    private static final List<ServiceSpec> SERVICES = Stream.of("a", "b", "c", "d", "unused")
            .map(name -> TestService.of(name, "left", "right").spec())
            .toList();

    /** one - a - two - b - three are a chain; four is on its own. */
    @Test
    void pipelinesThatShareAServiceAreInOneGroup() {
        List<PipelineSpec> pipelines = List.of(
                TestGroup.pipeline("one", "a"),
                TestGroup.pipeline("four", "d"),
                TestGroup.pipeline("three", "b", "c"),
                TestGroup.pipeline("two", "a", "b"));
        List<Group> groups = Group.of(pipelines, SERVICES);
        assertEquals(
                List.of(List.of("one", "three", "two"), List.of("four")),
                groups.stream()
                        .map(group -> group.pipelines().stream()
                                .map(PipelineSpec::name)
                                .toList())
                        .toList());
        assertEquals(
                List.of(List.of("a", "b", "c"), List.of("d")),
                groups.stream()
                        .map(group ->
                                group.services().stream().map(ServiceSpec::name).toList())
                        .toList());
        assertEquals(6, groups.get(0).slots());
        assertEquals(4, groups.get(0).firstSlot(2));
    }
}
