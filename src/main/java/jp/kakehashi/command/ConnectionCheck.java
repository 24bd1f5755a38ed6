package jp.kakehashi.command;

import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.function.Supplier;
import javax.sql.DataSource;
import jp.kakehashi.agreement.AgreementException;
import jp.kakehashi.mailroom.MailProbe;
import jp.kakehashi.mailroom.MailServer;
import jp.kakehashi.source.SourceContract;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Tries every connection of a hub as the hub will use it, and leaves everything as it was. */
final class ConnectionCheck {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Tokyo");
    private static final int PATIENCE_SECONDS = 20;
    private static final String NONE_YET = "90146";
    private static final String IN_USE = "90020";

    private final ConfigurableEnvironment environment;
    private final CheckPrint print;

    ConnectionCheck(ConfigurableEnvironment environment, CheckPrint print) {
        this.environment = environment;
        this.print = print;
        DriverManager.setLoginTimeout(PATIENCE_SECONDS);
    }

    /** The ledger: whether it answers, and what it is. */
    void ledger() {
        String what = "台帳 / ledger";
        attempt(what, () -> {
            var settings = bound("kakehashi.ledger", LedgerDatabase.Settings.class);
            String password = SecretFile.read("kakehashi.ledger.password-file", settings.passwordFile());
            DataSource ledger = database(settings.url(), settings.username(), password);
            try (Connection connection = ledger.getConnection()) {
                DatabaseMetaData product = connection.getMetaData();
                print.good(what, product.getDatabaseProductName() + " " + product.getDatabaseProductVersion());
                NextYearCheck.print(ledger, Clock.system(OFFICE), print);
                return true;
            } catch (SQLException e) {
                return print.bad(what, "kakehashi.ledger: " + trouble(e));
            }
        });
    }

    /**
     * The tax database: whether it answers, and whether the queries keep the column contract.
     *
     * @return whether all is well, so that it can be asked for a preview; an extract cannot
     */
    boolean taxDatabase() {
        String what = "税務データベース / tax database";
        if ("false".equals(environment.getProperty("kakehashi.source.live"))) {
            print.line("- " + what + ": 抽出ファイルを使います / extract files are used: "
                    + environment.getProperty("kakehashi.source.extract.folder"));
            return false;
        }
        return attempt(what, () -> {
            var settings = bound("kakehashi.source", TaxDatabaseAccess.Settings.class);
            String password = SecretFile.read("kakehashi.source.password-file", settings.passwordFile());
            DataSource source = database(settings.url(), settings.username(), password);
            return print.verdict(
                    what,
                    "接続でき、列もそろっています / answers every column",
                    SourceContract.of(environment, source).faults());
        });
    }

    /** Both mail servers: connection, TLS, sign-in, and whether INBOX can be read. */
    void mail() {
        String outgoing = "送信メールサーバー / outgoing mail";
        String incoming = "受信メールサーバー / incoming mail";
        try {
            MailProbe probe = MailProbe.of(environment);
            mail(outgoing, "kakehashi.mail.smtp", probe.outgoingServer(), probe.outgoing());
            mayPostTo(outgoing, probe.outgoingServer());
            mail(incoming, "kakehashi.mail.imap", probe.incomingServer(), probe.incoming());
        } catch (RuntimeException e) {
            print.bad(outgoing, "kakehashi.mail: 設定の誤り / mistaken settings");
            print.bad(incoming, "kakehashi.mail: 設定の誤り / mistaken settings");
        }
    }

    private void mail(String what, String key, MailServer server, MailProbe.Result result) {
        if (result == MailProbe.Result.GOOD) {
            print.good(what, server.toString());
        } else {
            print.bad(what, key + ": " + server + ": " + words(result));
        }
    }

    private void mayPostTo(String what, MailServer server) {
        try {
            StartCheck.agreementsOf(environment).all().stream()
                    .filter(agreement -> !agreement.mayPostTo(server.host()))
                    .forEach(agreement -> print.bad(
                            what,
                            agreement.id() + ": 研修用の協定では使えないサーバーです / not among training-hosts: " + server.host()));
        } catch (AgreementException e) {
            print.line("  （協定が読めないため、送信先の可否は未確認 / not held against the agreement, which cannot be read）");
        }
    }

    private static String words(MailProbe.Result result) {
        return switch (result) {
            case GOOD -> "接続できます / good";
            case NOT_REACHED -> "接続できません。host と port を確認してください / cannot be reached: check host and port";
            case NO_ANSWER -> "応答がありません。port と tls を確認してください / does not answer: check port and tls";
            case NO_TLS -> "TLSが確立できません。tls と trust-store を確認してください / no TLS: check tls and trust-store";
            case NO_PASSWORD -> "password-file が読めません / password-file cannot be read";
            case NOT_SIGNED_IN ->
                "サインインできません。username と password-file を確認してください"
                        + " / sign-in refused: check username and password-file";
            case NO_INBOX -> "INBOX を開けません / INBOX cannot be opened";
        };
    }

    /** A mistaken setting was named among the settings already; here it means only that nothing can be tried. */
    private boolean attempt(String what, Supplier<Boolean> check) {
        try {
            return check.get();
        } catch (UncheckedIOException e) {
            return print.bad(what, e.getMessage());
        } catch (RuntimeException e) {
            return print.bad(what, "設定の誤りのため試せません / cannot be tried: mistaken settings");
        }
    }

    private <T> T bound(String prefix, Class<T> settings) {
        return Binder.get(environment).bind(prefix, settings).get();
    }

    /** A file of H2 that is not there is not made. */
    private static DataSource database(String url, String username, String password) {
        boolean file = url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:h2:mem:");
        return new DriverManagerDataSource(
                file ? url + ";IFEXISTS=TRUE" : url,
                username == null ? "" : username,
                password == null ? "" : password);
    }

    private static String trouble(SQLException e) {
        return switch (String.valueOf(e.getSQLState())) {
            case NONE_YET -> "台帳がまだありません。hub people add で作成されます / there is none yet: hub people add makes it";
            case IN_USE -> "使用中です。hub serve を停止して確認してください / in use: stop hub serve to check it";
            default ->
                "接続できません（SQLState " + e.getSQLState()
                        + "） / cannot be connected to: check url, username, password-file";
        };
    }
}
