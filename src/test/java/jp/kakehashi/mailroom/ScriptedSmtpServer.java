package jp.kakehashi.mailroom;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A mail server that says what it is told to say: to the greeting, to a command by its first words, to the final dot. {@link
 * #SILENCE} lets it say nothing and wait, {@link #CUT} lets it hang up.
 */
final class ScriptedSmtpServer implements AutoCloseable {

    static final String SILENCE = "(silence)";
    static final String CUT = "(cut)";

    private final ServerSocket door;
    private final Map<String, String> script = new HashMap<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<Socket> lines = new CopyOnWriteArrayList<>();

    ScriptedSmtpServer() {
        try {
            door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread server = new Thread(this::serve, "scripted-smtp");
        server.setDaemon(true);
        server.start();
    }

    /** What to answer when a line begins so; {@code .} is the final dot, {@code (greeting)} comes first. */
    ScriptedSmtpServer on(String beginning, String answer) {
        script.put(beginning, answer);
        return this;
    }

    int port() {
        return door.getLocalPort();
    }

    /** The lines of every conversation, commands and content. */
    List<String> heard() {
        return heard;
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                Socket line = door.accept();
                lines.add(line);
                converse(line);
            } catch (IOException e) {
                heard.add("(line broken)");
            }
        }
    }

    private void converse(Socket line) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.ISO_8859_1));
        boolean content = false;
        boolean open = say(line, answerTo("(greeting)", "220 scripted"));
        for (String said = in.readLine(); open && said != null; said = in.readLine()) {
            heard.add(said);
            if (content && !said.equals(".")) {
                open = !CUT.equals(script.get("(content)")) || say(line, CUT);
                continue;
            }
            content = said.equals("DATA") && answerTo(said, "354").startsWith("354");
            open = say(line, answerTo(said, said.equals("DATA") ? "354 go on" : "250 ok"));
        }
    }

    private String answerTo(String said, String otherwise) {
        return script.entrySet().stream()
                .filter(entry -> said.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(otherwise);
    }

    private static boolean say(Socket line, String answer) throws IOException {
        if (answer.equals(CUT)) {
            line.close();
            return false;
        }
        if (!answer.equals(SILENCE)) {
            line.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket line : lines) {
            line.close();
        }
    }
}
