package jp.kakehashi.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kakehashi.agreement.Agreement;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * {@code hub check}: a verdict on everything a hub needs before it serves: 0 if all are good, 1 if one is not. Nothing is
 * sent, written or migrated.
 */
final class CheckVerb {

    private final OfficeRole role;
    private final ConfigurableEnvironment environment;
    private final CheckPrint print;

    private CheckVerb(OfficeRole role, ConfigurableEnvironment environment, CheckPrint print) {
        this.role = role;
        this.environment = environment;
        this.print = print;
    }

    static int run(List<String> arguments, PrintStream out, PrintStream errors) {
        Options options = Options.of(arguments, Set.of(OfficeRole.ROLE, OfficeRole.CONFIG));
        OfficeRole role = OfficeRole.of(options.value(OfficeRole.ROLE).orElse("ward"), options);
        CheckPrint print = new CheckPrint(out);
        try (var configuration = role.configuration()) {
            new CheckVerb(role, configuration.getEnvironment(), print).check();
        } catch (RuntimeException e) {
            errors.println(
                    "hub check: 設定を読めません / the configuration cannot be read: " + role.file() + ": " + Fault.of(e));
            return 1;
        }
        return print.allGood() ? 0 : 1;
    }

    private void check() {
        boolean files = checkFiles();
        ConnectionCheck connections = new ConnectionCheck(environment, print);
        connections.ledger();
        boolean ward = environment.matchesProfiles("ward");
        boolean source = ward && connections.taxDatabase();
        connections.mail();
        boolean extracts = "false".equals(environment.getProperty("kakehashi.source.live"));
        if (files && source) {
            CheckPreview.print(role, StartCheck.agreementsOf(environment).only(), print);
        } else if (ward && !extracts) {
            print.line("- 本日の見込みは、上の誤りを直すと表示されます / today's preview needs the faults above mended");
        }
    }

    private boolean checkFiles() {
        StartCheck files = new StartCheck(environment, role);
        List<String> agreements = files.agreements();
        List<String> settings = files.settings();
        List<String> keyFile = files.keyFile();
        print.verdict("協定 / agreement", agreements.isEmpty() ? named() : "", agreements);
        print.verdict("設定 / configuration", role.file().toString(), settings);
        print.verdict("鍵ファイル / key file", String.valueOf(environment.getProperty("kakehashi.keys.file")), keyFile);
        return agreements.isEmpty() && settings.isEmpty() && keyFile.isEmpty();
    }

    private String named() {
        return StartCheck.agreementsOf(environment).all().stream()
                .map(CheckVerb::named)
                .collect(Collectors.joining("、"));
    }

    private static String named(Agreement agreement) {
        return agreement.id() + "（" + agreement.mode().label() + "）";
    }
}
