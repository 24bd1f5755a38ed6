package jp.kakehashi.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.concurrent.CompletableFuture;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Stands between the ward and the mail server, and kills the ward's process inside the dialogue. */
final class FatalSmtpRelay implements AutoCloseable {

    /** When it kills. */
    enum Moment {
        /** The mail server has a part of the content. */
        IN_THE_CONTENT,
        /** The mail server has answered the final dot, the ward has not heard it. */
        BEFORE_THE_LAST_ANSWER
    }

    private final ServerSocket door;
    private final DemoMailServer server;
    private final Moment moment;
    private final CompletableFuture<Process> victim = new CompletableFuture<>();

    FatalSmtpRelay(DemoMailServer server, Moment moment) throws IOException {
        this.server = server;
        this.moment = moment;
        this.door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread relay = new Thread(this::relay, "fatal-smtp-relay");
        relay.setDaemon(true);
        relay.start();
    }

    int port() {
        return door.getLocalPort();
    }

    void kills(Process process) {
        victim.complete(process);
    }

    private void relay() {
        try (Socket ward = door.accept();
                Socket upstream = trusting(server.trustStore()).createSocket("localhost", server.smtpPort())) {
            dialogue(ward, reader(ward), upstream, reader(upstream));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void dialogue(Socket ward, BufferedReader fromWard, Socket upstream, BufferedReader fromServer)
            throws IOException {
        String reply = reply(fromServer);
        while (true) {
            say(ward, reply);
            String command = fromWard.readLine();
            if (command == null) {
                return;
            }
            say(upstream, command + "\r\n");
            reply = reply(fromServer);
            if (reply.startsWith("354")) {
                say(ward, reply);
                content(fromWard, upstream, fromServer);
                return;
            }
        }
    }

    private void content(BufferedReader fromWard, Socket upstream, BufferedReader fromServer) throws IOException {
        say(upstream, fromWard.readLine() + "\r\n");
        if (moment == Moment.BEFORE_THE_LAST_ANSWER) {
            String line;
            do {
                line = fromWard.readLine();
                say(upstream, line + "\r\n");
            } while (!line.equals("."));
            reply(fromServer);
        }
        victim.join().destroyForcibly();
    }

    private static String reply(BufferedReader from) throws IOException {
        StringBuilder reply = new StringBuilder();
        String line;
        do {
            line = from.readLine();
            reply.append(line).append("\r\n");
        } while (line.length() > 3 && line.charAt(3) == '-');
        return reply.toString();
    }

    private static void say(Socket to, String text) throws IOException {
        to.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        to.getOutputStream().flush();
    }

    private static BufferedReader reader(Socket line) throws IOException {
        return new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    private static SocketFactory trusting(Path certificate) throws IOException {
        try (var in = Files.newInputStream(certificate)) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null);
            trusted.setCertificateEntry(
                    "mail", CertificateFactory.getInstance("X.509").generateCertificate(in));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(null, trust.getTrustManagers(), null);
            return tls.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
