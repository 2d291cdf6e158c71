package dev.purser.calibration.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What Linux says of the first processor, in {@code /proc/cpuinfo} and {@code /sys/devices/system/cpu/cpu0/cache}.
 *
 * @param root the root folder
 */
public record LinuxFiles(Path root) {
    private static final Pattern MODEL = Pattern.compile("(?m)^(?:model name|Model|Hardware)\\s*:\\s*(\\S.*)$");
    private static final Pattern FAMILY = Pattern.compile("(?m)^cpu family\\s*:\\s*(\\d+)$");
    private static final Pattern MODEL_NUMBER = Pattern.compile("(?m)^model\\s*:\\s*(\\d+)$");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})([KMG]?)");

    /**
     * Name of the processor; empty if it is not told. With the maker's numbers where there are some: virtual machines may
     * give a name like {@code AMD EPYC}, which does not tell generations apart.
     */
    Optional<String> processor() {
        Optional<String> text = text(root.resolve("proc/cpuinfo"));
        return first(MODEL, text).map(name -> name + numbers(first(FAMILY, text), first(MODEL_NUMBER, text)));
    }

    private static String numbers(Optional<String> family, Optional<String> model) {
        return family.isPresent() && model.isPresent()
                ? " (family " + family.get() + ", model " + model.get() + ")"
                : "";
    }

    private static Optional<String> first(Pattern pattern, Optional<String> text) {
        return text.map(pattern::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1).strip());
    }

    /** Size in bytes of one cache of each kind: {@code L1d}, {@code L1i}, {@code L2}, ... */
    SortedMap<String, Long> cacheBytes() {
        SortedMap<String, Long> caches = new TreeMap<>();
        for (Path cache : folders(root.resolve("sys/devices/system/cpu/cpu0/cache"))) {
            Optional<String> level = text(cache.resolve("level"));
            Optional<Long> bytes = text(cache.resolve("size")).flatMap(LinuxFiles::bytes);
            if (level.isPresent() && bytes.isPresent()) {
                caches.put("L" + level.get() + kind(cache), bytes.get());
            }
        }
        return caches;
    }

    private static String kind(Path cache) {
        return switch (text(cache.resolve("type")).orElse("")) {
            case "Data" -> "d";
            case "Instruction" -> "i";
            default -> "";
        };
    }

    /** The amount in words like {@code 32768K}; empty if it is none above 0. */
    private static Optional<Long> bytes(String size) {
        Matcher matcher = SIZE.matcher(size);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int thousands = matcher.group(2).isEmpty() ? 0 : 1 + "KMG".indexOf(matcher.group(2));
        return Optional.of(Long.parseLong(matcher.group(1)) << 10 * thousands).filter(bytes -> bytes > 0);
    }

    private static List<Path> folders(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith("index"))
                    .sorted()
                    .toList();
        } catch (IOException absent) {
            return List.of();
        }
    }

    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file).strip()).filter(text -> !text.isEmpty());
        } catch (IOException absent) {
            return Optional.empty();
        }
    }
}
