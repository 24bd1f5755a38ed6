package jp.kakehashi.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Stands between the ward and the mail server; what becomes of a dialogue is set from outside. */
final class SmtpRelay implements AutoCloseable {

    /** How a dialogue goes. */
    enum Course {
        /** As it should. */
        WHOLE,
        /** It ends when the mail server has a part of the content. */
        CUT_IN_THE_CONTENT,
        /** It ends when the ward has sent the final dot, and the mail server has not seen it. */
        LETTER_LOST,
        /** It ends when the mail server has answered the final dot, and the ward has not heard it. */
        ANSWER_LOST
    }

    private final ServerSocket door;
    private final AtomicInteger conversations = new AtomicInteger();
    private volatile DemoMailServer server;
    private volatile Course course = Course.WHOLE;
    private volatile Runnable end = () -> {};

    SmtpRelay() throws IOException {
        this.door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread relay = new Thread(this::relay, "smtp-relay");
        relay.setDaemon(true);
        relay.start();
    }

    /** The mail server behind it. */
    void standsBefore(DemoMailServer behind) {
        server = behind;
    }

    int port() {
        return door.getLocalPort();
    }

    /** How the next dialogues go, and what happens at the moment when one ends early. */
    void takes(Course next, Runnable atItsEnd) {
        end = atItsEnd;
        course = next;
    }

    /** How many letters were brought to it. */
    int conversations() {
        return conversations.get();
    }

    private void relay() {
        while (!door.isClosed()) {
            try (Socket ward = door.accept();
                    Socket upstream = trusting(server.trustStore()).createSocket("localhost", server.smtpPort())) {
                conversations.incrementAndGet();
                dialogue(ward, reader(ward), upstream, reader(upstream));
            } catch (IOException e) {
                end.run();
            }
        }
    }

    private void dialogue(Socket ward, BufferedReader fromWard, Socket upstream, BufferedReader fromServer)
            throws IOException {
        String reply = reply(fromServer);
        boolean goesOn = true;
        while (goesOn) {
            say(ward, reply);
            String command = reply.startsWith("354") ? "" : fromWard.readLine();
            if (reply.startsWith("354")) {
                goesOn = content(fromWard, upstream);
            } else if (command == null) {
                return;
            } else {
                say(upstream, command + "\r\n");
            }
            reply = goesOn ? reply(fromServer) : "";
            goesOn = goesOn && !(reply.startsWith("250") && isLost(command));
        }
        end.run();
    }

    /** Whether this was the answer to the final dot, and it is to get lost. */
    private boolean isLost(String command) {
        return command.isEmpty() && course == Course.ANSWER_LOST;
    }

    /** Hands the content on; false when the dialogue ends in it. */
    private boolean content(BufferedReader fromWard, Socket upstream) throws IOException {
        String line = fromWard.readLine();
        say(upstream, line + "\r\n");
        if (course == Course.CUT_IN_THE_CONTENT) {
            return false;
        }
        for (line = fromWard.readLine(); !line.equals("."); line = fromWard.readLine()) {
            say(upstream, line + "\r\n");
        }
        if (course == Course.LETTER_LOST) {
            return false;
        }
        say(upstream, ".\r\n");
        return true;
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
