package dev.purser.simulator;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The arrows between the simulator's packages, and what none of them may use. Each message names the way to mend it. */
class ArchitectureTest {
    private static final String OURS = "dev.purser.simulator.";

    /** Methods that read the wall clock: their no-argument forms, or the clock itself. */
    private static final Set<String> CLOCK_METHODS = Set.of("now", "currentTimeMillis", "nanoTime", "systemUTC");

    private static JavaClasses simulator;

    @BeforeAll
    static void read() {
        simulator = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.purser.simulator");
    }

    @ParameterizedTest
    @ValueSource(strings = {"units", "engine", "time", "random", "rows"})
    void theFoundationDependsOnNothingElseOfOurs(String foundation) {
        onlyOurs(foundation, foundation, "units")
                .because(foundation + " is a foundation: pass what it needs as an argument or a callback, "
                        + "or move the class that needs more into the package it needs")
                .check(simulator);
    }

    @Test
    void costReadsOnlyUsage() {
        onlyOurs("cost", "cost", "usage", "hardware", "units", "time")
                .because("a finished run must be priced again in one pure call: meter what the price depends on "
                        + "in usage, and read it from there")
                .check(simulator);
    }

    @Test
    void usageKnowsNothingOfWhatCausedIt() {
        onlyOurs("usage", "usage", "hardware", "rows", "units", "time")
                .because("cost reads usage and would see the rest through it: store plain names and counts instead")
                .check(simulator);
    }

    @Test
    void nothingDependsOnExperiment() {
        noClasses()
                .that(resideInAPackage("dev.purser.simulator..")
                        .and(DescribedPredicate.not(resideInAPackage(OURS + "experiment.."))))
                .should()
                .dependOnClassesThat(resideInAPackage(OURS + "experiment.."))
                .because("experiment is the top: move the type down to the package that needs it, "
                        + "or let experiment call in")
                .allowEmptyShould(true)
                .check(simulator);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(OURS + "(*)..")
                .should()
                .beFreeOfCycles()
                .because("a cycle is one package in disguise: move the shared type down, "
                        + "or turn one arrow into an interface that the lower package owns")
                .check(simulator);
    }

    @Test
    void theSimulatorReadsNoFilesAndDrawsNothing() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "tools.jackson..",
                        "com.fasterxml..",
                        "org.yaml..",
                        "org.snakeyaml..",
                        "org.apache.commons.csv..",
                        "org.jfree..",
                        "java.awt..",
                        "org.nd4j..",
                        "org.bytedeco..",
                        "java.nio.file..",
                        "java.net.."))
                .because("simulator is pure simulation: read files in scenarios and calibration, draw in reports, "
                        + "and pass specs and results between")
                .check(simulator);
    }

    @Test
    void simulatedTimeIsTheOnlyClock() {
        noClasses()
                .should()
                .accessTargetWhere(access("reads the wall clock", ArchitectureTest::readsTheClock))
                .because("the same scenario and seed must give the same result: take the time from the agenda, "
                        + "or measure outside of the simulator")
                .check(simulator);
    }

    @Test
    void everyDrawHasANamedStream() {
        noClasses()
                .should()
                .accessTargetWhere(access("draws from an ambient generator", ArchitectureTest::isAmbientRandom))
                .because("results must replay: take a stream by name from RandomStreams")
                .check(simulator);
    }

    @Test
    void textDoesNotDependOnTheMachine() {
        noClasses()
                .should()
                .accessTargetWhere(access("uses the default locale", ArchitectureTest::usesDefaultLocale))
                .because("output must be the same everywhere: pass Locale.ROOT")
                .check(simulator);
    }

    private static ArchRule onlyOurs(String from, String... allowed) {
        String[] packages =
                Arrays.stream(allowed).map(name -> OURS + name + "..").toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(OURS + from + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("dev.purser..")
                        .and(DescribedPredicate.not(resideInAnyPackage(packages)))
                        .as("ours outside of %s", String.join(", ", allowed)))
                .allowEmptyShould(true);
    }

    private static DescribedPredicate<JavaAccess<?>> access(
            String description, java.util.function.Predicate<JavaAccess<?>> test) {
        return DescribedPredicate.describe(description, test);
    }

    private static boolean readsTheClock(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        boolean clock = owner.getPackageName().equals("java.time") || owner.isEquivalentTo(System.class);
        return clock && CLOCK_METHODS.contains(access.getTarget().getName())
                || owner.isEquivalentTo(java.time.Clock.class)
                || owner.isEquivalentTo(java.util.Date.class);
    }

    private static boolean isAmbientRandom(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        return owner.isAssignableTo(Random.class)
                || owner.isEquivalentTo(java.util.SplittableRandom.class)
                || owner.isEquivalentTo(java.util.UUID.class)
                || owner.isEquivalentTo(Math.class)
                        && access.getTarget().getName().equals("random");
    }

    private static boolean usesDefaultLocale(JavaAccess<?> access) {
        String name = access.getTarget().getName();
        boolean formats = Set.of("format", "formatted", "printf", "toLowerCase", "toUpperCase")
                        .contains(name)
                && Set.of("java.lang.String", "java.io.PrintStream")
                        .contains(access.getTargetOwner().getName());
        return formats
                && access.getTarget() instanceof com.tngtech.archunit.core.domain.properties.HasParameterTypes call
                && call.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Locale.class));
    }
}
