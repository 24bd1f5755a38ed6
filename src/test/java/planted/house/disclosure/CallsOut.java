package planted.house.disclosure;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.http.HttpClient;

/** Breaks the rule that nothing calls out, in two ways. */
public final class CallsOut {

    HttpClient client() {
        return HttpClient.newHttpClient();
    }

    InputStream news(URL page) throws IOException {
        return page.openStream();
    }
}
