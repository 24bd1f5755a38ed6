package jp.kakehashi.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Path;
import java.util.regex.Pattern;
import net.lingala.zip4j.ZipFile;
import org.apache.poi.ooxml.POIXMLDocument;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.util.ClassUtils;

/** The libraries in use are past the weaknesses that {@code SECURITY.md} lists, and what is not used is not there. */
class KnownWeaknessesTest {

    private static final Pattern JAR = Pattern.compile("-(\\d+(?:\\.\\d+)+)[^/]*\\.jar$");

    @Test
    void poiRefusesDuplicateZipEntries_cve202531672() throws Exception {
        assertThat(versionOf(POIXMLDocument.class)).isGreaterThanOrEqualTo(Version.parse("5.4.0"));
    }

    @Test
    void zip4jChecksTheMac_cve202322899() throws Exception {
        assertThat(versionOf(ZipFile.class)).isGreaterThanOrEqualTo(Version.parse("2.11.3"));
    }

    @Test
    void angusRefusesLineBreaksInSmtp_cve20257962() throws Exception {
        assertThat(versionOf(SMTPTransport.class)).isGreaterThanOrEqualTo(Version.parse("2.0.4"));
    }

    @Test
    void bootIsPastTheActuatorBypass() throws Exception {
        assertThat(versionOf(SpringApplication.class)).isGreaterThanOrEqualTo(Version.parse("3.5.11"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.jolokia.service.discovery.JolokiaDiscovery",
                "org.jolokia.service.jsr160.Jsr160RequestHandler",
                "org.apache.camel.component.exec.ExecComponent",
                "org.apache.camel.component.sql.SqlComponent"
            })
    void whatIsNotUsedIsNotThere(String type) {
        assertThat(ClassUtils.isPresent(type, getClass().getClassLoader())).isFalse();
    }

    private static Version versionOf(Class<?> type) throws Exception {
        Path jar =
                Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        var version = JAR.matcher(jar.toString());
        assertThat(version.find())
                .as("a version in the name of %s", jar.getFileName())
                .isTrue();
        return Version.parse(version.group(1));
    }
}
