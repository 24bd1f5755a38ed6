package jp.kakehashi.command;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;

/** One person's browser without script: follows redirects, keeps cookies, sends forms with the token of their page. */
final class DemoBrowser {

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final URI desk;

    /**
     * A browser at a desk.
     *
     * @param port the desk's port on this machine
     */
    DemoBrowser(int port) {
        this.desk = URI.create("http://localhost:" + port);
    }

    DemoPage open(String path) {
        return send(HttpRequest.newBuilder(desk.resolve(path)).GET());
    }

    /** Sends a form as it is filled in; the token of its page is one of its fields. */
    DemoPage submit(DemoForm form) {
        String body = form.fields().entrySet().stream()
                .flatMap(field -> field.getValue().stream().map(value -> pair(field.getKey(), value)))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(desk.resolve(form.action()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private DemoPage send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(
                    request.timeout(Duration.ofSeconds(60)).build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() != 200) {
                throw new DemoException("the desk answered " + answer.statusCode() + " to "
                        + answer.uri().getPath());
            }
            return new DemoPage(answer.uri(), answer.body());
        } catch (IOException e) {
            throw new DemoException("the desk does not answer: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoException("interrupted while waiting for the desk");
        }
    }

    private static String pair(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
