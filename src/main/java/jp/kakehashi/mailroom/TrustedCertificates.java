package jp.kakehashi.mailroom;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Trust in exactly the certificates of one PEM file. */
final class TrustedCertificates {

    private TrustedCertificates() {}

    static SSLSocketFactory in(Path pem) {
        try (InputStream certificates = Files.newInputStream(pem)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate trusted : CertificateFactory.getInstance("X.509").generateCertificates(certificates)) {
                store.setCertificateEntry("trusted-" + number++, trusted);
            }
            if (number == 0) {
                throw new IllegalArgumentException("kakehashi.mail.trust-store holds no certificate: " + pem);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("kakehashi.mail.trust-store is no readable PEM file: " + pem, e);
        }
    }
}
