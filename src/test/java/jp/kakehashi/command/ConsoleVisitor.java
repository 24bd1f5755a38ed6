package jp.kakehashi.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kakehashi.people.TestPeople;

/** Somebody who asks the running program as the console's script does; follows no redirect. */
final class ConsoleVisitor {

    static final String JOLOKIA = "/actuator/jolokia";

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final URI program;

    ConsoleVisitor(int port) {
        this.program = URI.create("http://localhost:" + port);
    }

    /** Signs in, and opens the console, which gives the token. */
    ConsoleVisitor signedIn(String account) throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(get("/sign-in").body());
        if (!token.find()) {
            throw new IllegalStateException("the sign-in page has no token");
        }
        String form = "_csrf=" + token.group(1) + "&account=" + account + "&password="
                + URLEncoder.encode(TestPeople.PASSWORD, StandardCharsets.UTF_8);
        send(HttpRequest.newBuilder(program.resolve("/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        get("/actuator/hawtio/");
        return this;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(program.resolve(path)).GET());
    }

    /** Asks with a token, as the monitoring does. */
    HttpResponse<String> getWith(String token, String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(program.resolve(path))
                .header("Authorization", "Bearer " + token)
                .GET());
    }

    /** Asks several things at once; the answers in their order. */
    JsonNode ask(List<Map<String, Object>> questions) throws IOException, InterruptedException {
        return JSON.readTree(post(questions, token()).body());
    }

    HttpResponse<String> post(Object question, String token) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(program.resolve(JOLOKIA))
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", token)
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(question))));
    }

    /** The token that the console's script would send; of somebody who never saw the console a made-up one. */
    String token() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("made-up");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
}
