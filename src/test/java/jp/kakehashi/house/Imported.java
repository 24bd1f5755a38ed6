package jp.kakehashi.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The classes that the rules look at, read once for all tests. */
final class Imported {

    static final String PLANTED_ROOT = "planted.house";

    /** The house, without its tests. */
    static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(House.ROOT);

    /** A small house in which every rule is broken. */
    static final JavaClasses PLANTED = new ClassFileImporter().importPackages(PLANTED_ROOT);

    private Imported() {}
}
