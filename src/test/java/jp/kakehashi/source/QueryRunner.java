package jp.kakehashi.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the shipped queries to a city by hand, as the route does by camel-jdbc. */
public final class QueryRunner {

    private static final Path QUERIES = Path.of("config/source");

    private final JdbcClient city;

    public QueryRunner(DataSource city) {
        this.city = JdbcClient.create(city);
    }

    /** The three answers about everyone changed since then. */
    public List<Iterator<Map<String, Object>>> changed(Window window) {
        return all("changed", "since", window.sinceParameter());
    }

    /** The three answers about one person. */
    public List<Iterator<Map<String, Object>>> person(String payeeNo) {
        return all("person", "payee", payeeNo);
    }

    /** One poll as the route makes it. */
    public Iterator<List<Finding>> findings(Source source) {
        List<Iterator<Map<String, Object>>> answers = changed(source.window());
        return source.understand(answers.get(0), answers.get(1), answers.get(2));
    }

    /** What is found when one person is asked about, as for the last check. */
    public List<Finding> about(Source source, String payeeNo) {
        List<Iterator<Map<String, Object>>> answers = person(payeeNo);
        return source.about(payeeNo, answers.get(0), answers.get(1), answers.get(2));
    }

    private List<Iterator<Map<String, Object>>> all(String variant, String parameter, Object value) {
        return List.of("cases", "events", "payments").stream()
                .map(query -> city.sql(sql(query + "." + variant + ".sql").replace(":?", ":"))
                        .param(parameter, value)
                        .query()
                        .listOfRows()
                        .iterator())
                .toList();
    }

    private static String sql(String file) {
        try {
            return Files.readString(QUERIES.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
