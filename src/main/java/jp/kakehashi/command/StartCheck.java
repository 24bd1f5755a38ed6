package jp.kakehashi.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kakehashi.agreement.AgreementException;
import jp.kakehashi.agreement.Agreements;
import jp.kakehashi.vault.KeyFile;
import jp.kakehashi.vault.KeyFileException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Everything that files alone can say about whether a hub may start: settings, agreements, key file. Nothing is connected
 * to.
 */
final class StartCheck {

    private final ConfigurableEnvironment environment;
    private final Path file;
    private final String role;

    StartCheck(ConfigurableEnvironment environment, OfficeRole role) {
        this.role = role.name();
        this.environment = environment;
        this.file = role.file();
    }

    /** Every mistake of every file, each with file and key; empty if the hub may start. */
    List<String> faults() {
        List<String> faults = new ArrayList<>(settings());
        faults.addAll(agreements());
        faults.addAll(keyFile());
        return faults;
    }

    List<String> settings() {
        return SettingsCheck.faults(environment, file);
    }

    List<String> agreements() {
        try {
            return new ModeCheck(environment, agreementsOf(environment)).faults();
        } catch (AgreementException e) {
            return List.of(e.getMessage());
        }
    }

    List<String> keyFile() {
        Optional<Path> keys = path(environment, "kakehashi.keys.file");
        try {
            return keys
                    .map(named -> KeyFile.load(named, demoAllowed()).role())
                    .filter(whose -> !environment.matchesProfiles(whose.isEmpty() ? "nobody" : whose))
                    .map(whose -> LedgerOwner.foreignKeys(role, whose))
                    .stream()
                    .toList();
        } catch (KeyFileException e) {
            return List.of(e.getMessage());
        }
    }

    /**
     * The agreements that the settings name.
     *
     * @throws AgreementException naming every mistake
     */
    static Agreements agreementsOf(ConfigurableEnvironment environment) {
        return Agreements.load(path(environment, "kakehashi.agreements").orElseThrow());
    }

    private boolean demoAllowed() {
        try {
            return Binder.get(environment)
                    .bind("kakehashi.keys.demo-allowed", Boolean.class)
                    .orElse(false);
        } catch (BindException e) {
            return false; // told among the settings
        }
    }

    private static Optional<Path> path(ConfigurableEnvironment environment, String key) {
        return Optional.ofNullable(environment.getProperty(key)).map(Path::of);
    }
}
