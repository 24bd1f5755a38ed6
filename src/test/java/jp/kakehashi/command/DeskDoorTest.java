package jp.kakehashi.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** Where the pages answer, and to whom: real sockets, a certificate made for the test. */
class DeskDoorTest {

    private static final char[] PASSWORD = "of the test alone".toCharArray();

    @TempDir
    private Path folder;

    @Test
    void withACertificateThePagesSpeakTlsAndNothingElse() throws Exception {
        KeyStore keys = keys();
        try (var server = serving(
                "kakehashi.desk.certificate="
                        + pem("CERTIFICATE", certificate(keys).getEncoded()),
                "kakehashi.desk.certificate-key=" + pem("PRIVATE KEY", key(keys).getEncoded()))) {
            int port =
                    ((ServletWebServerApplicationContext) server).getWebServer().getPort();
            HttpClient trusting =
                    HttpClient.newBuilder().sslContext(trust(certificate(keys))).build();

            assertThat(get(trusting, "https://localhost:" + port + "/").statusCode())
                    .isEqualTo(404);
            assertThat(get(trusting, "http://localhost:" + port + "/").body()).contains("requires TLS");
            assertThatExceptionOfType(SSLHandshakeException.class)
                    .isThrownBy(() -> get(HttpClient.newHttpClient(), "https://localhost:" + port + "/"));
        }
    }

    @Test
    void invariant9_pagesThatOthersReachWithoutACertificateDoNotStart() throws IOException {
        try (FirstOffice office = new FirstOffice(folder)) {
            office.with(office.settings, text -> text + "  desk:\n    address: 0.0.0.0\n");

            assertThat(office.hub("serve", "--role=ward")).isEqualTo(1);

            assertThat(String.join("\n", office.said()))
                    .contains("kakehashi.desk.certificate", "is needed where other machines reach the pages");
        }
    }

    @Test
    void invariant9_norDoTheyWhereTheServerItselfIsToldAnotherAddress() throws IOException {
        try (FirstOffice office = new FirstOffice(folder)) {
            office.with(office.settings, text -> text + "server:\n  address: 0.0.0.0\n");

            assertThat(office.hub("serve", "--role=ward")).isEqualTo(1);

            assertThat(String.join("\n", office.said())).contains("is needed where other machines reach the pages");
        }
    }

    @Test
    void invariant9_aCertificateWithoutItsKeyAndAnAddressThatIsNoneAreNamed() throws Exception {
        try (FirstOffice office = new FirstOffice(folder)) {
            Path certificate = pem("CERTIFICATE", certificate(keys()).getEncoded());
            office.with(
                    office.settings,
                    text -> text + "  desk:\n    address: not an address\n    certificate: " + certificate + "\n");

            assertThat(office.hub("serve", "--role=ward")).isEqualTo(1);

            assertThat(String.join("\n", office.said()))
                    .contains("kakehashi.desk.certificate-key: 証明書と秘密鍵は対で必要です", "kakehashi.desk.address: 値の形が違います");
        }
    }

    private static org.springframework.context.ConfigurableApplicationContext serving(String... settings) {
        return new SpringApplicationBuilder(DeskDoor.class, ServletWebServerFactoryAutoConfiguration.class)
                .properties("kakehashi.desk.port=0", "kakehashi.desk.address=127.0.0.1", "server.address=127.0.0.1")
                .properties(settings)
                .run();
    }

    private static HttpResponse<String> get(HttpClient client, String address)
            throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private KeyStore keys() throws Exception {
        Path file = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "desk",
                        "-keyalg",
                        "RSA",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
        keytool.getInputStream().readAllBytes();
        assertThat(keytool.waitFor()).isZero();
        return KeyStore.getInstance(file.toFile(), PASSWORD);
    }

    private static Certificate certificate(KeyStore keys) throws Exception {
        return keys.getCertificate("desk");
    }

    private static Key key(KeyStore keys) throws Exception {
        return keys.getKey("desk", PASSWORD);
    }

    private Path pem(String what, byte[] content) throws IOException {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return Files.writeString(
                folder.resolve(what.replace(' ', '-') + ".pem"),
                "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n");
    }

    private static SSLContext trust(Certificate certificate) throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("desk", certificate);
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }
}
