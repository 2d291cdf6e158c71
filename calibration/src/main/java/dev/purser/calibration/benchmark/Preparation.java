package dev.purser.calibration.benchmark;

import dev.purser.calibration.models.Model;
import dev.purser.calibration.models.ModelKind;
import dev.purser.calibration.models.ModelSize;
import dev.purser.calibration.models.study.StudyProgress;
import dev.purser.calibration.models.study.StudyResult;
import dev.purser.calibration.models.study.StudySettings;
import dev.purser.scenarios.FileTrouble;
import dev.purser.scenarios.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Leaves the weights of a model where the processes that time it find them: seeded and untrained, or trained. What is
 * timed has the shape that the kind serves; the quality is that of what its study trained, which may have another shape.
 *
 * @param seed of the weights
 * @param trained whether the model is trained, and its quality measured
 * @param data the user's data by model; other models are trained on generated data
 * @param columns which column of the user's table holds what, where it is not called so, by model
 */
public record Preparation(
        long seed, boolean trained, Map<String, Path> data, Map<String, Map<String, String>> columns) {
    /** Generated data for all models. */
    public Preparation(long seed, boolean trained) {
        this(seed, trained, Map.of(), Map.of());
    }

    /** What is known of the weights: their size, and the quality on held-out data if they are trained. */
    record Weights(ModelSize size, SortedMap<String, Double> quality) {
        Weights {
            quality = Collections.unmodifiableSortedMap(new TreeMap<>(quality));
        }
    }

    public Preparation {
        data = Map.copyOf(data);
        columns = Map.copyOf(columns);
    }

    /**
     * Reads the user's data for {@code kinds}, so that unsound ones are told before anything is trained or timed.
     *
     * @throws InputException if some cannot be used
     */
    public void check(List<ModelKind> kinds) {
        kinds.stream()
                .filter(kind -> data.containsKey(kind.name()))
                .forEach(kind -> kind.study().check(settings(kind)));
    }

    /** What the weights of {@code kind} come from, as lines of a {@link StateFile}. */
    String origin(ModelKind kind) throws IOException {
        return "times of one model, version: 1\n"
                + "model: " + kind.name() + "\n"
                + "shape: " + kind.shape() + "\n"
                + "weights: " + teacher(kind) + "\n"
                + "columns: " + columns(kind) + "\n";
    }

    private SortedMap<String, String> columns(ModelKind kind) {
        return new TreeMap<>(columns.getOrDefault(kind.name(), Map.of()));
    }

    private StudySettings settings(ModelKind kind) {
        return new StudySettings(Optional.ofNullable(data.get(kind.name())), columns(kind), seed, OptionalInt.empty());
    }

    private String teacher(ModelKind kind) throws IOException {
        if (!trained) {
            return "untrained";
        }
        Path path = data.get(kind.name());
        return path == null ? "trained on generated data" : "trained on data of SHA-256 " + Fingerprint.of(path);
    }

    /** Weights of {@code kind} in {@code folder}; trained ones that are there already stay. */
    Weights prepare(ModelKind kind, ModelFolder folder, Progress progress) throws IOException {
        Path weights = Files.createDirectories(folder.weights());
        if (!trained) {
            try (Model model = kind.create(seed)) {
                model.save(weights);
                return new Weights(model.size(), new TreeMap<>());
            }
        }
        Optional<SortedMap<String, Double>> known = quality(folder);
        return known.isPresent() ? loaded(kind, weights, known.get()) : trained(kind, folder, progress);
    }

    /** Deletes weights that can be made again. */
    void tidy(ModelFolder folder) throws IOException {
        if (trained) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder.weights())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static Weights loaded(ModelKind kind, Path weights, SortedMap<String, Double> quality) {
        try (Model model = kind.load(weights)) {
            return new Weights(model.size(), quality);
        }
    }

    private Weights trained(ModelKind kind, ModelFolder folder, Progress progress) throws IOException {
        StudyProgress passes = (done, total, loss) -> progress.training(kind.name(), done, total);
        StudyResult result = kind.study().run(settings(kind), passes);
        try (Model model = result.model()) {
            model.save(folder.weights());
            ModelSize size = loadable(kind, folder.weights());
            SortedMap<String, Double> quality = new TreeMap<>();
            result.figures().forEach(figure -> quality.put(key(figure.name()), figure.value()));
            write(folder, quality);
            return new Weights(size, quality);
        }
    }

    /**
     * Makes sure that {@code weights} are such as {@code kind} serves, and returns their size. Some studies train
     * another shape, as large as the data are, smaller or larger; then untrained weights of the shape that serves take
     * their place.
     */
    private ModelSize loadable(ModelKind kind, Path weights) throws IOException {
        try (Model model = kind.load(weights)) {
            return model.size();
        } catch (InputException anotherShape) {
            try (Model model = kind.create(seed)) {
                model.save(weights);
                return model.size();
            }
        }
    }

    /** A name that the keys of a profile allow: {@code NDCG@10} becomes {@code NDCG-at-10}. */
    static String key(String name) {
        return name.replace("@", "-at-").replaceAll("[^\\p{L}\\p{N}_.-]+", "-");
    }

    private static void write(ModelFolder folder, SortedMap<String, Double> quality) throws IOException {
        List<String> lines = new ArrayList<>();
        quality.forEach((name, value) -> lines.add(name + " " + value));
        lines.add("end");
        folder.write(ModelFolder.QUALITY, String.join("\n", lines) + "\n");
    }

    private static Optional<SortedMap<String, Double>> quality(ModelFolder folder) {
        Path file = folder.folder().resolve(ModelFolder.QUALITY);
        try {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            if (lines.isEmpty() || !lines.get(lines.size() - 1).equals("end")) {
                return Optional.empty();
            }
            return Optional.of(values(lines.subList(0, lines.size() - 1)));
        } catch (CharacterCodingException | NumberFormatException torn) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(FileTrouble.at(file, unreadable));
        }
    }

    private static SortedMap<String, Double> values(List<String> lines) {
        SortedMap<String, Double> values = new TreeMap<>();
        for (String line : lines) {
            int space = line.indexOf(' ');
            values.put(line.substring(0, Math.max(0, space)), Double.valueOf(line.substring(space + 1)));
        }
        return values;
    }
}
