package jp.kakehashi.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Checks at start that the office's queries answer what docs/source-contract.md says: every column there, every type
 * fitting. Queries are prepared, and run for nobody where the product cannot say otherwise what they would answer.
 */
@Component
@Profile("ward")
public class SourceContract implements SmartInitializingSingleton {

    private static final Pattern PARAMETER = Pattern.compile(":\\?([a-z]+)");
    private static final List<String> VARIANTS = List.of("changed", "person");

    private final DataSource taxDatabase;
    private final Path queries;
    private final boolean live;

    SourceContract(@Qualifier("taxDatabase") DataSource taxDatabase, SourceSettings settings) {
        this.taxDatabase = taxDatabase;
        this.queries = settings.queries();
        this.live = settings.live();
    }

    /**
     * The contract of the queries that {@code kakehashi.source} names, to be asked outside a running hub.
     *
     * @param taxDatabase the database they are for
     */
    public static SourceContract of(Environment environment, DataSource taxDatabase) {
        return new SourceContract(
                taxDatabase, Binder.get(environment).bindOrCreate("kakehashi.source", SourceSettings.class));
    }

    /** Refuses to start, with every fault named. */
    @Override
    public void afterSingletonsInstantiated() {
        List<String> faults = faults();
        if (!faults.isEmpty()) {
            throw new SourceException("滞納情報の取得元が「取得項目の取決め」に合いません:\n  " + String.join("\n  ", faults));
        }
    }

    /**
     * Everything in which the queries break the contract, each with file, column and what was expected, in Japanese. A
     * source that is not live has none; its extracts are held against the contract one by one.
     *
     * @return empty if all is well
     */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (!live) {
            return faults;
        }
        try (Connection connection = taxDatabase.getConnection()) {
            connection.setAutoCommit(false);
            for (Query query : Query.values()) {
                for (String variant : VARIANTS) {
                    check(connection, query, queries.resolve(query.label() + "." + variant + ".sql"), faults);
                }
            }
            connection.rollback();
        } catch (SQLException e) {
            faults.add("取得元データベースに接続できません（SQLState %s）: kakehashi.source の設定を確認してください".formatted(e.getSQLState()));
        }
        return faults;
    }

    private static void check(Connection connection, Query query, Path file, List<String> faults) throws SQLException {
        try {
            Map<String, Integer> found = columns(connection, Files.readString(file));
            query.columns().forEach((column, type) -> compare(file, column, type, found.get(column), faults));
        } catch (IOException e) {
            faults.add("%s: 読めません（%s）".formatted(file, e.getClass().getSimpleName()));
        } catch (SQLException e) {
            connection.rollback();
            faults.add("%s: SQLを実行できません（SQLState %s）".formatted(file, e.getSQLState()));
        }
    }

    private static void compare(Path file, String column, ColumnType type, Integer found, List<String> faults) {
        if (found == null) {
            faults.add("%s: 列 %s（%s）がありません".formatted(file, column, type.label()));
        } else if (!type.fits(found)) {
            faults.add("%s: 列 %s は%sでなければなりません（JDBC型 %d）".formatted(file, column, type.label(), found));
        }
    }

    private static Map<String, Integer> columns(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(PARAMETER.matcher(sql).replaceAll("?"))) {
            ResultSetMetaData announced = statement.getMetaData();
            if (announced != null) {
                return columns(announced);
            }
            askAboutNobody(statement, sql);
            try (ResultSet nobody = statement.executeQuery()) {
                return columns(nobody.getMetaData());
            }
        }
    }

    private static Map<String, Integer> columns(ResultSetMetaData result) throws SQLException {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 1; i <= result.getColumnCount(); i++) {
            columns.put(result.getColumnLabel(i).toLowerCase(Locale.ROOT), result.getColumnType(i));
        }
        return columns;
    }

    private static void askAboutNobody(PreparedStatement statement, String sql) throws SQLException {
        Matcher parameters = PARAMETER.matcher(sql);
        for (int i = 1; parameters.find(); i++) {
            statement.setObject(
                    i,
                    parameters.group(1).equals("since") ? Timestamp.from(Instant.parse("9999-01-01T00:00:00Z")) : "");
        }
        statement.setMaxRows(1);
    }
}
