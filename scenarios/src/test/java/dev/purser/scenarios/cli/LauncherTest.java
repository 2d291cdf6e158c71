package dev.purser.scenarios.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.purser.scenarios.cli.LauncherHome.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code purser}, with a Maven wrapper that copies a ready-made class instead of building. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final String BUILDING = "building Purser (";

    @TempDir
    private Path folder;

    private LauncherHome home;

    @BeforeEach
    void copy() throws IOException {
        home = LauncherHome.create(folder.resolve("a path with spaces"));
    }

    @Test
    void theFirstUseBuildsAndSaysSo() throws Exception {
        Outcome first = home.purser("run", "two words", "*");
        assertEquals(0, first.code());
        assertEquals("[run][two words][*]\n", first.out());
        assertTrue(
                first.err().matches("building Purser \\(first use, up to \\d+ MB from Maven Central\\) \\.\\.\\.\n"));
        assertEquals("", home.purser("run").err());
        assertEquals(1, home.builds());
    }

    @Test
    void exitCodesPassThrough() throws Exception {
        assertEquals(2, home.purser("exit", "2").code());
        assertEquals(1, home.purser("exit", "1").code());
    }

    @Test
    void aChangedSourceIsBuilt() throws Exception {
        home.purser("run");
        home.touch("reports/src/main/java/Some.java");
        assertEquals(
                "building Purser (sources changed) ...\n", home.purser("run").err());
        assertEquals("", home.purser("run").err());
    }

    @Test
    void aChangedPomIsBuilt() throws Exception {
        home.purser("run");
        home.touch("pom.xml");
        assertTrue(home.purser("run").err().startsWith(BUILDING));
    }

    @Test
    void aDeletedSourceIsBuilt() throws Exception {
        home.touch("simulator/src/main/java/Some.java");
        home.purser("run");
        Files.delete(home.path().resolve("simulator/src/main/java/Some.java"));
        assertTrue(home.purser("run").err().startsWith(BUILDING));
    }

    @Test
    void aChangedTestIsNoReasonToBuild() throws Exception {
        home.purser("run");
        home.touch("simulator/src/test/java/SomeTest.java");
        assertEquals("", home.purser("run").err());
    }

    @Test
    void aFailedBuildShowsTheErrorsAndTheLog() throws Exception {
        Outcome failed = home.purserWith(Map.of("FAIL", "yes"), "run");
        assertEquals(1, failed.code());
        String log = home.state("scenarios").resolve("build.log").toString();
        assertTrue(failed.err().contains("COMPILATION ERROR"));
        assertTrue(failed.err().endsWith("purser: the build failed; all of its output is in " + log + "\n"));
        assertEquals(0, home.purser("run").code());
    }

    /** The disk is short of room only where Maven downloads to; the log may hold another reason all the same. */
    @Test
    void aFailedBuildOnAFullDiskSaysSoToo() throws Exception {
        Path repository = Files.createDirectories(folder.resolve(".m2"));
        Path df =
                Files.writeString(Files.createDirectories(folder.resolve("bin")).resolve("df"), """
                #!/bin/sh
                case $2 in
                  *.m2) left=20480 ;;
                  *) left=999999999 ;;
                esac
                echo 'Filesystem 1024-blocks Used Available Capacity Mounted on'
                echo "/dev/disk   1000000000 5    $left 99% $2"
                """);
        assertTrue(df.toFile().setExecutable(true));
        String path = df.getParent() + ":" + System.getenv("PATH");
        Outcome failed = home.purserWith(Map.of("FAIL", "yes", "PATH", path, "HOME", folder.toString()), "run");
        assertEquals(1, failed.code());
        String log = home.state("scenarios").resolve("build.log").toString();
        assertTrue(
                failed.err()
                        .endsWith("MB, and " + repository + " has 20 left: if that is why, make room there\n"
                                + "purser: the build failed; all of its output is in " + log + "\n"),
                failed.err());
        assertFalse(failed.err().contains(home.state("scenarios") + " has"), failed.err());
    }

    /** A closed standard output and a full disk are known by these words. */
    @Test
    void messagesOfTheSystemAreInEnglish() throws Exception {
        assertEquals(
                "[show][LANGUAGE]en\n",
                home.purserWith(Map.of("LANGUAGE", "es"), "show", "LANGUAGE").out());
    }

    @Test
    void aFailedRebuildKeepsTheOldBuildForRunsThatGoOn() throws Exception {
        home.purser("run");
        String current = Files.readString(home.state("scenarios").resolve("current"));
        home.touch("pom.xml");
        home.purserWith(Map.of("FAIL", "yes"), "run");
        assertEquals(current, Files.readString(home.state("scenarios").resolve("current")));
        assertTrue(Files.isDirectory(home.state("scenarios").resolve(current.strip())));
    }

    @Test
    void threeAtOnceBuildOnce() throws Exception {
        Process first = home.start(Map.of("SLOW", "1"), "one");
        Process second = home.start(Map.of("SLOW", "1"), "two");
        Process third = home.start(Map.of("SLOW", "1"), "three");
        assertEquals("[one]\n", LauncherHome.outcome(first).out());
        assertEquals("[two]\n", LauncherHome.outcome(second).out());
        assertEquals("[three]\n", LauncherHome.outcome(third).out());
        assertEquals(1, home.builds());
    }

    @Test
    void theLockOfADeadProcessIsBroken() throws Exception {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Files.createDirectories(home.state("scenarios"));
        Files.createSymbolicLink(home.state("scenarios").resolve("lock"), Path.of(Long.toString(dead.pid())));
        assertEquals(0, home.purser("run").code());
    }

    @Test
    void aLinkToTheScriptWorksFromAnywhere() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), home.path().resolve("purser"));
        assertEquals(
                "[run]\n",
                home.outcomeOf(folder, Map.of(), link.toString(), "run").out());
    }

    @Test
    void calibrationHasAClassPathOfItsOwn() throws Exception {
        assertEquals("[calibrate]\n", home.purser("calibrate").out());
        assertEquals("[check]\n", home.purser("check").out());
        assertTrue(Files.isDirectory(home.state("calibration")));
        assertTrue(Files.notExists(home.state("scenarios")));
    }

    @Test
    void aBadJavaHomeIsNamed() throws Exception {
        Outcome refused = home.purserWith(Map.of("JAVA_HOME", "/nowhere"), "run");
        assertEquals(2, refused.code());
        assertEquals(
                "purser: JAVA_HOME is /nowhere, which holds no bin/java; point it at a JDK 17 or newer\n",
                refused.err());
    }

    @Test
    void anOldJavaIsNamed() throws Exception {
        Path old = folder.resolve("jdk 11");
        Files.createDirectories(old.resolve("bin"));
        Files.copy(Path.of("/bin/sh"), old.resolve("bin/java"));
        Files.writeString(old.resolve("release"), "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"11.0.2\"\n");
        Outcome refused = home.purserWith(Map.of("JAVA_HOME", old.toString()), "run");
        assertEquals(2, refused.code());
        assertEquals(
                "purser: " + old + "/bin/java is Java 11; install a JDK 17 or newer and point JAVA_HOME at it\n",
                refused.err());
    }

    @Test
    void oldBuildsAreRemovedButTheLastOne() throws Exception {
        for (int build = 0; build < 3; build++) {
            home.touch("pom.xml");
            home.purser("run");
        }
        try (var entries = Files.list(home.state("scenarios"))) {
            assertEquals(
                    2,
                    entries.filter(entry -> entry.getFileName().toString().startsWith("build-2"))
                            .count());
        }
    }

    @Test
    void aBuildFromTheFutureIsLeftAlone() throws Exception {
        home.purser("run");
        Files.setLastModifiedTime(
                home.state("scenarios").resolve("current"),
                FileTime.from(Instant.now().plusSeconds(3600)));
        assertEquals("", home.purser("run").err());
    }

    @Test
    void theScenarioThatIsRunAfterABuildIsValid() {
        assertEquals(
                0, Console.purser("validate", "src/main/launcher/start.yaml").code());
    }

    @Test
    void classesComeFromTheArchiveThatABuildLeaves() throws Exception {
        home.purserWith(Map.of(), "schema");
        assertFalse(usesArchive(), "without a scenario to start with there is none");
        home.touch("scenarios/src/main/launcher/start.yaml");
        assertEquals(new Outcome(0, "[schema]\n", "building Purser (sources changed) ...\n"), home.purser("schema"));
        assertTrue(usesArchive());
    }

    @Test
    void anArchiveThatIsGoneDamagedOrOfAnotherJavaIsDoneWithout() throws Exception {
        Path archive = archiveOfABuild();
        Path java = archive.resolveSibling("classes.jsa.java");
        String maker = Files.readString(java);
        Files.writeString(java, "/another/java\n");
        assertFalse(usesArchive());
        Files.writeString(java, maker);
        assertTrue(usesArchive());
        Files.delete(archive);
        Files.writeString(archive, "no archive");
        assertEquals(new Outcome(0, "[schema]\n", ""), home.purser("schema"));
        Files.delete(archive);
        assertEquals(new Outcome(0, "[schema]\n", ""), home.purser("schema"));
    }

    private Path archiveOfABuild() throws Exception {
        home.touch("scenarios/src/main/launcher/start.yaml");
        home.purser("schema");
        Path state = home.state("scenarios");
        return state.resolve(Files.readString(state.resolve("current")).strip()).resolve("classes.jsa");
    }

    /** Java's own word on where classes come from. JARs in a path with spaces it leaves out, its own classes not. */
    private boolean usesArchive() throws Exception {
        Outcome logged = home.purserWith(Map.of("PURSER_JAVA_OPTIONS", "-Xlog:class+load:stdout"), "schema");
        return logged.out().lines().anyMatch(line -> line.endsWith("source: shared objects file (top)"));
    }
}
