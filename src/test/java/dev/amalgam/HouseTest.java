package dev.amalgam;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HouseTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.amalgam");
    private static final JavaClasses CROOKED = new ClassFileImporter().importPackages("crooked");

    static List<ArchRule> rules() {
        return new HousePlan("dev.amalgam").rules();
    }

    static List<ArchRule> rulesForCrooked() {
        return new HousePlan("crooked").rules();
    }

    @Test
    void theHouseIsNotEmpty() {
        assertThat(HOUSE.size()).isGreaterThan(10);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void theHouseKeeps(ArchRule rule) {
        rule.check(HOUSE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rulesForCrooked")
    void aHouseThatBreaksItIsRefused(ArchRule rule) {
        assertThat(rule.evaluate(CROOKED).getFailureReport().toString())
                .contains("crooked.")
                .contains("because");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rulesForCrooked")
    void whatIsInItsRightPlaceIsNotRefused(ArchRule rule) {
        assertThat(rule.evaluate(CROOKED).getFailureReport().getDetails()).noneMatch(it -> it.contains("crooked.cli."));
    }
}
