package dev.purser.calibration.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The times of one model: a file for each round, each start and each case that could not be measured. Files appear
 * whole or not at all, so that a process can be killed at any time. A file that is torn all the same counts as not there.
 *
 * @param folder of the model
 */
record ModelFolder(Path folder) {
    private static final String FAILED = ".failed";

    /** Where the weights lie. */
    Path weights() {
        return folder.resolve("weights");
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
        String message = cause.getMessage() == null ? "" : ": " + cause.getMessage();
        write(measured.name() + FAILED, cause.getClass().getSimpleName() + message.replace('\n', ' ') + "\n");
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

    /** Rounds of {@code measured} in process {@code pass}, in their order, up to the first that is not there. */
    List<Round> rounds(Case measured, int pass) {
        return IntStream.iterate(0, number -> number + 1)
                .mapToObj(number -> round(measured, pass, number))
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Round> round(Case measured, int pass, int number) {
        return read(Round.file(measured, pass, number), text -> Round.parse(measured, pass, number, text));
    }

    /** A schedule that knows the rounds that are there already. */
    Schedule resume(ForkOrder order) {
        Schedule schedule = new Schedule(order.cases());
        for (Case measured : order.cases()) {
            for (Round round : rounds(measured, order.pass())) {
                schedule.had(measured, round.sumNanos() / measured.threads());
            }
        }
        return schedule;
    }

    /** Names of files that hold no whole round or start of ours, though they are called like one. */
    List<String> torn() {
        List<String> torn = new ArrayList<>();
        for (Path file : files()) {
            String name = file.getFileName().toString();
            if (name.endsWith(".csv") && !isWhole(name)) {
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
            throw new UncheckedIOException(unreadable);
        }
    }

    void write(String name, String text) throws IOException {
        Path draft = folder.resolve(name + ".draft");
        Files.writeString(draft, text);
        Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
