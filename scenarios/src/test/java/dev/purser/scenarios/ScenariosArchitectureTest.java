package dev.purser.scenarios;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The arrows between the packages of this module, which Maven does not see. Each message names the way to mend it. */
class ScenariosArchitectureTest {
    private static final String CLI = "dev.purser.scenarios.cli..";

    private static JavaClasses scenarios;

    @BeforeAll
    static void read() {
        scenarios = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.purser.scenarios");
    }

    @Test
    void nothingDependsOnTheCommandLine() {
        noClasses()
                .that(outsideOfCli())
                .should()
                .dependOnClassesThat(resideInAPackage(CLI))
                .because("commands are the top: pass what they know as an argument, or move the type down")
                .check(scenarios);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.purser.scenarios.(**)")
                .should()
                .beFreeOfCycles()
                .because("a cycle is one package in disguise: move the shared type down, "
                        + "or turn one arrow into an interface that the lower package owns")
                .check(scenarios);
    }

    @Test
    void onlyTheCommandLineTalksToTheTerminalAndLeaves() {
        noClasses()
                .that(outsideOfCli())
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .because("the rest must be usable as a library: return a value or throw, and let the command print")
                .check(scenarios);
    }

    @Test
    void noFileKnowsTheWallClock() {
        DescribedPredicate<JavaClass> clocks = DescribedPredicate.describe(
                "clocks", type -> Stream.of(Clock.class, java.util.Date.class).anyMatch(type::isEquivalentTo));
        noClasses()
                .should()
                .dependOnClassesThat(clocks)
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("the same scenario and seed must give the same bytes: take dates from the scenario or the "
                        + "catalogue; the duration of a run is for the terminal alone")
                .check(scenarios);
    }

    private static DescribedPredicate<JavaClass> outsideOfCli() {
        return resideInAPackage("dev.purser.scenarios..").and(DescribedPredicate.not(resideInAPackage(CLI)));
    }
}
