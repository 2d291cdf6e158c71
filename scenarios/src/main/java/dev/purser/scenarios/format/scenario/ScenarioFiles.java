package dev.purser.scenarios.format.scenario;

import dev.purser.scenarios.format.section.Refusal;
import dev.purser.scenarios.format.section.Value;
import dev.purser.scenarios.format.tree.Findings;
import dev.purser.scenarios.format.tree.Place;
import dev.purser.scenarios.format.tree.Problem;
import dev.purser.scenarios.format.tree.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The files a scenario names. They stay inside its folder unless the user allowed otherwise. */
public final class ScenarioFiles {
    private static final long MOST_BYTES = 256L << 20;

    private final Path folder;
    private final boolean allowOutside;
    private final Set<Path> read = new LinkedHashSet<>();

    /** Files below {@code folder}, or anywhere if {@code allowOutside}. */
    public ScenarioFiles(Path folder, boolean allowOutside) {
        this.folder = folder;
        this.allowOutside = allowOutside;
    }

    /**
     * A file that was read.
     *
     * @param place the file, as the scenario names it
     * @param text what stands in it
     */
    public record Content(Place place, String text) {}

    /** What stands in the file {@code name}; throws {@link Refusal} if it may not or cannot be read. */
    public Content read(Value<String> name) {
        Path path = resolve(name);
        Findings findings = new Findings();
        Place place = Place.ofFile(name.get());
        Optional<String> text = TextFile.read(path, place, MOST_BYTES, findings);
        read.add(path);
        return new Content(place, text.orElseThrow(() -> refused(name, findings)));
    }

    /** What stands in each of {@code names}, in that order; one that may not or cannot be read is a problem. */
    public List<Content> readAll(List<Value<String>> names, Findings findings) {
        List<Content> contents = new ArrayList<>();
        for (Value<String> name : names) {
            try {
                contents.add(read(name));
            } catch (Refusal refusal) {
                findings.add(refusal.place(), refusal.getMessage());
            }
        }
        return contents;
    }

    /** The files read so far, in that order. */
    public List<Path> read() {
        return List.copyOf(read);
    }

    private static Refusal refused(Value<String> name, Findings findings) {
        Problem first = findings.problems().get(0);
        return first.place().line() > 0
                ? new Refusal(first.place(), first.message())
                : name.refused("got " + name.get() + ", " + first.message());
    }

    private Path resolve(Value<String> name) {
        try {
            Path path = folder.resolve(name.get()).normalize();
            if (!allowOutside && (!path.startsWith(folder.normalize()) || leavesByLink(path))) {
                throw name.refused("got " + name.get() + ", must stay inside the folder of the scenario"
                        + " (`--allow-outside` lifts this)");
            }
            if (!Files.exists(path)) {
                throw name.refused("got " + name.get() + ", no such file; must be a file beside the scenario");
            }
            return path;
        } catch (InvalidPathException broken) {
            throw name.refused("got " + name.get() + ", must be the path of a file");
        } catch (IOException unreadable) {
            throw name.refused("got " + name.get() + ", cannot be read: " + unreadable.getMessage());
        }
    }

    private boolean leavesByLink(Path path) throws IOException {
        return Files.exists(path) && !path.toRealPath().startsWith(folder.toRealPath());
    }
}
