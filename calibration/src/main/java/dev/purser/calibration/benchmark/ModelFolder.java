package dev.purser.calibration.benchmark;

import dev.purser.scenarios.FileTrouble;
import dev.purser.scenarios.InputException;
import dev.purser.scenarios.output.WholeFile;
import dev.purser.simulator.hardware.Precision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The times of one model in one number format: a file for each round, each start and each case that could not be
 * measured. Files appear whole or not at all, so that a process can be killed at any time. A file that is torn all the
 * same counts as not there.
 *
 * @param folder of the times
 * @param weights where the model's weights lie
 */
record ModelFolder(Path folder, Path weights) {
    /** What a trained model is good for. */
    static final String QUALITY = "quality.txt";

    private static final String ORIGIN = "origin.txt";
    private static final String TIMES = ".csv";
    private static final String FAILED = ".failed";

    /** The folder of a model, which holds its times in the usual format and its weights. */
    ModelFolder(Path folder) {
        this(folder, folder.resolve("weights"));
    }

    /** The folder of its times in {@code precision}. */
    ModelFolder in(Precision precision) {
        return precision == Formats.USUAL ? this : new ModelFolder(folder.resolve(precision.name()), weights);
    }

    /**
     * Keeps what the times are measured with. Where nothing was measured or trained yet, as nothing comes of unsound data,
     * what was kept before does not matter.
     *
     * @throws InputException if there are times of anything else
     */
    void claim(String origin) throws IOException {
        StateFile state = new StateFile(folder.resolve(ORIGIN));
        if (isEmpty()) {
            Files.deleteIfExists(state.path());
        }
        state.claim(origin);
    }

    private boolean isEmpty() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .noneMatch(name -> name.endsWith(TIMES) || name.equals(QUALITY));
        }
    }

    void keep(Round round) throws IOException {
        if (!round.nanos().isEmpty()) {
            write(round.file(), round.text());
        }
    }

    /** The first start of a process stays. */
    void keep(Start start) throws IOException {
        if (start(start.pass()).isEmpty()) {
            write(Start.file(start.pass()), start.text());
        }
    }

    void keepFailure(Case measured, Throwable cause) throws IOException {
        write(measured.name() + FAILED, CalibrationFailure.told(cause) + "\n");
    }

    /** Why {@code measured} could not be measured, if it could not. */
    Optional<String> failure(Case measured) {
        return read(measured.name() + FAILED, String::strip);
    }

    /** Forgets failures: the next attempt may have more memory. */
    void forgetFailures() throws IOException {
        for (Path file : files()) {
            if (file.toString().endsWith(FAILED)) {
                Files.delete(file);
            }
        }
    }

    Optional<Start> start(int pass) {
        return read(Start.file(pass), text -> Start.parse(pass, text));
    }

    /** Rounds of {@code measured} in process {@code pass}, in their order; some between them may not be there. */
    List<Round> rounds(Case measured, int pass) {
        return files().stream()
                .map(file -> Round.number(measured, pass, file.getFileName().toString()))
                .flatMapToInt(OptionalInt::stream)
                .sorted()
                .mapToObj(number -> round(measured, pass, number))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Number of the first round of {@code measured} in process {@code pass} that is not there. */
    int nextRound(Case measured, int pass) {
        return IntStream.iterate(0, number -> number + 1)
                .filter(number -> Files.notExists(folder.resolve(Round.file(measured, pass, number))))
                .findFirst()
                .orElseThrow();
    }

    private Optional<Round> round(Case measured, int pass, int number) {
        return read(Round.file(measured, pass, number), text -> Round.parse(measured, pass, number, text));
    }

    /** A schedule that knows the rounds that are there already. */
    Schedule resume(ForkOrder order) {
        Schedule schedule = new Schedule(order.cases(), Schedule.FEWEST_ROUNDS);
        for (Case measured : order.cases()) {
            for (Round round : rounds(measured, order.pass())) {
                schedule.had(measured, round.sumNanos() / measured.threads());
            }
        }
        return schedule;
    }

    /** Deletes files that hold no whole round or start of ours, though they are called like one; returns their names. */
    List<String> forgetTorn() throws IOException {
        List<String> torn = new ArrayList<>();
        for (Path file : files()) {
            String name = file.getFileName().toString();
            if (name.endsWith(TIMES) && !isWhole(name)) {
                Files.delete(file);
                torn.add(name);
            }
        }
        return torn;
    }

    private boolean isWhole(String name) {
        Function<String, Object> parse = name.startsWith("start-")
                ? text -> Start.parse(0, text)
                : text -> Round.parse(new Case(Phase.SCORE, 1, 1), 0, 0, text);
        return read(name, parse).isPresent();
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private <T> Optional<T> read(String name, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(Files.readString(folder.resolve(name))));
        } catch (NoSuchFileException | CharacterCodingException | IllegalArgumentException absentOrTorn) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(FileTrouble.at(folder.resolve(name), unreadable));
        }
    }

    void write(String name, String text) throws IOException {
        Path file = Files.createDirectories(folder).resolve(name);
        WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
