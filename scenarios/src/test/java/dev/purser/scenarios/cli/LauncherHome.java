package dev.purser.scenarios.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * A copy of the launcher in a source tree of its own, with a Maven wrapper that notes each build, waits {@code SLOW}
 * seconds, fails if {@code FAIL} is set, and else puts one ready-made JAR where Maven would.
 */
record LauncherHome(Path path) {
    private static final String WRAPPER = """
            #!/bin/sh
            echo build >> builds.txt
            sleep "${SLOW:-0}"
            if [ -n "${FAIL:-}" ]; then
              echo '[ERROR] COMPILATION ERROR :'
              exit 1
            fi
            module=scenarios
            case " $* " in *" calibration "*) module=calibration ;; esac
            mkdir -p "$module/target"
            cp echo.jar "$module/target/purser-$module-1.jar"
            """;

    /** Prints its arguments in brackets; {@code exit N} leaves with that code, {@code show NAME} prints that setting too. */
    private static final String PROGRAM = """
            package dev.purser.scenarios.cli;

            public final class Purser {
                public static void main(String[] arguments) {
                    StringBuilder line = new StringBuilder();
                    for (String argument : arguments) {
                        line.append('[').append(argument).append(']');
                    }
                    if (arguments[0].equals("show")) {
                        line.append(System.getenv(arguments[1]));
                    }
                    System.out.print(line.append((char) 10));
                    System.out.flush();
                    System.exit(arguments[0].equals("exit") ? Integer.parseInt(arguments[1]) : 0);
                }
            }
            """;

    /** What a process left. */
    record Outcome(int code, String out, String err) {}

    static LauncherHome create(Path path) throws IOException {
        for (String module : List.of("simulator", "reports", "scenarios", "calibration")) {
            Files.createDirectories(path.resolve(module + "/src/main/java"));
            Files.createDirectories(path.resolve(module + "/src/test/java"));
            Files.writeString(path.resolve(module + "/pom.xml"), "<project/>");
        }
        Files.writeString(path.resolve("pom.xml"), "<project/>");
        Files.copy(Path.of("../purser"), path.resolve("purser"), StandardCopyOption.COPY_ATTRIBUTES);
        Path wrapper = Files.writeString(path.resolve("mvnw"), WRAPPER);
        if (!wrapper.toFile().setExecutable(true)) {
            throw new IOException(wrapper + " cannot be made executable");
        }
        compile(path);
        return new LauncherHome(path);
    }

    private static void compile(Path path) throws IOException {
        Path source = Files.writeString(path.resolve("Purser.java"), PROGRAM);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int code = compiler.run(null, null, null, "-d", path.toString(), source.toString());
        if (code != 0) {
            throw new IOException("the test's program does not compile");
        }
        String name = "dev/purser/scenarios/cli/Purser.class";
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(path.resolve("echo.jar")))) {
            jar.putNextEntry(new JarEntry(name));
            Files.copy(path.resolve(name), jar);
        }
    }

    /** Runs the launcher from another directory. */
    Outcome purser(String... arguments) throws IOException, InterruptedException {
        return purserWith(Map.of(), arguments);
    }

    Outcome purserWith(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        return outcome(start(environment, arguments));
    }

    Process start(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(path.resolve("purser").toString()));
        command.addAll(List.of(arguments));
        return process(path.getParent(), environment, command);
    }

    Outcome outcomeOf(Path directory, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        return outcome(process(directory, environment, List.of(command)));
    }

    private static Process process(Path directory, Map<String, String> environment, List<String> command)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    static Outcome outcome(Process process) throws IOException, InterruptedException {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), out, err);
    }

    /** Creates the file, or changes it now. */
    void touch(String file) throws IOException {
        Files.createDirectories(path.resolve(file).getParent());
        Files.writeString(path.resolve(file), Long.toString(System.nanoTime()));
    }

    /** How often the wrapper was called. */
    int builds() throws IOException {
        return Files.readAllLines(path.resolve("builds.txt")).size();
    }

    /** Where the launcher keeps the class path of {@code module}. */
    Path state(String module) {
        return path.resolve(module + "/target/purser");
    }
}
