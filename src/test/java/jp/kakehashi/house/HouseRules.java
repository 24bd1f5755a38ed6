package jp.kakehashi.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The rules of the house. Each is made for a root package, so that the very same rule can be held against the house
 * and against a small planted one that breaks it.
 */
final class HouseRules {

    private static final String[] PAPER_LIBRARIES = {
        "java.io..",
        "java.lang..",
        "java.math..",
        "java.nio..",
        "java.security..",
        "java.text..",
        "java.time..",
        "java.util..",
        "javax.crypto..",
        "javax.xml..",
        "org.w3c.dom..",
        "org.xml.sax..",
        "com.fasterxml.aalto..",
        "org.codehaus.stax2..",
        "org.apache.poi..",
        "org.openxmlformats..",
        "net.lingala.zip4j..",
        "jakarta.mail..",
        "jakarta.activation..",
        "org.eclipse.angus..",
        ""
    };

    private final String root;

    HouseRules(String root) {
        this.root = root;
    }

    ArchRule packagesUseOnlyWhatTheTableNames() {
        return classes().should(condition("use directly only what the table of the house names", (owner, events) -> {
            Set<String> usable = House.usableBy(nameOf(owner)).orElse(Set.of());
            owner.getDirectDependenciesFromSelf().stream()
                    .filter(dependency -> isForbidden(dependency, usable))
                    .forEach(dependency -> violated(events, owner, dependency.getDescription()));
        }));
    }

    ArchRule packagesAreInTheTableAndFlat() {
        return classes().should(condition("live directly in a package of the table", (owner, events) -> {
            if (House.usableBy(nameOf(owner)).isEmpty()) {
                violated(events, owner, owner.getName() + " lives in no package of the house");
            }
        }));
    }

    ArchRule packagesHaveNoCycles() {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    ArchRule paperKnowsOnlyJdkAndCodecs() {
        return classes()
                .that(resideInAnyPackage(in("workbook"), in("parcel"), in("letter")))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(PAPER_LIBRARIES).or(resideInAPackage(root + "..")));
    }

    ArchRule onlyRoutingImportsCamel() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(in("routing"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.camel..");
    }

    ArchRule namesSayTheConcept() {
        return noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager|Impl|Dto|Mapper)(\\$.*)?");
    }

    ArchRule settingsAreRecords() {
        return noClasses().should().dependOnClassesThat().belongToAnyOf(Value.class);
    }

    ArchRule onlyCommandPrints() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(in("command"))
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);
    }

    ArchRule timeIsInjected() {
        return classes()
                .that()
                .resideOutsideOfPackages(in("routing"), in("command"))
                .should(condition(
                        "read the time only from the injected Clock",
                        (owner, events) -> owner.getAccessesFromSelf().stream()
                                .filter(HouseRules::readsTheMachinesClock)
                                .forEach(access -> violated(events, owner, access.getDescription()))));
    }

    /** Outside {@code command}, whose demo signs in at its own pages as a browser does. */
    ArchRule nothingCallsOut() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(in("command"))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "java.net.http..",
                                "org.springframework.web.client..",
                                "org.springframework.http.client..")
                        .or(belongToAnyOf(Socket.class, URLConnection.class, HttpURLConnection.class)))
                .orShould()
                .callMethod(URL.class, "openStream")
                .orShould()
                .callMethod(URL.class, "openConnection");
    }

    ArchRule wardBeansLiveOnlyInTheWard() {
        return beansOf("ward", "source", "casefile", "shipment", "release", "notice", "inquiry", "disclosure");
    }

    ArchRule bureauBeansLiveOnlyInTheBureau() {
        return beansOf("bureau", "bureau");
    }

    private ArchRule beansOf(String role, String... packages) {
        return classes()
                .that(resideInAnyPackage(Set.of(packages).stream().map(this::in).toArray(String[]::new)))
                .and()
                .areMetaAnnotatedWith(Component.class)
                .should(condition("be a bean of the role " + role + " only", (owner, events) -> {
                    Optional<Profile> profile = owner.tryGetAnnotationOfType(Profile.class);
                    if (profile.isEmpty() || !Set.of(profile.get().value()).equals(Set.of(role))) {
                        violated(events, owner, owner.getName() + " lacks @Profile(\"" + role + "\")");
                    }
                }));
    }

    private boolean isForbidden(Dependency dependency, Set<String> usable) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        boolean ours = target.getPackageName().startsWith(root + ".");
        boolean sameRoom =
                target.getPackageName().equals(dependency.getOriginClass().getPackageName());
        return ours && !sameRoom && !usable.contains(nameOf(target));
    }

    private static boolean readsTheMachinesClock(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getName();
        boolean now = name.equals("now")
                && owner.getPackageName().startsWith("java.time")
                && !access.getTarget().getFullName().contains(Clock.class.getName());
        boolean systemClock =
                owner.isEquivalentTo(Clock.class) && (name.startsWith("system") || name.startsWith("tick"));
        boolean millis = owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis");
        boolean date = owner.isEquivalentTo(Date.class)
                && access.getTarget().getFullName().endsWith("<init>()");
        return now || systemClock || millis || date;
    }

    /** The package's own name: {@code shipment} of {@code jp.kakehashi.shipment}. */
    private String nameOf(JavaClass type) {
        return type.getPackageName().replaceFirst("^" + root + "\\.", "");
    }

    private String in(String name) {
        return root + "." + name + "..";
    }

    private static void violated(ConditionEvents events, JavaClass owner, String message) {
        events.add(SimpleConditionEvent.violated(owner, message));
    }

    private static ArchCondition<JavaClass> condition(String text, BiConsumer<JavaClass, ConditionEvents> check) {
        return new ArchCondition<>(text) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                check.accept(type, events);
            }
        };
    }
}
