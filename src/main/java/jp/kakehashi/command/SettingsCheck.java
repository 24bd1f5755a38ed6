package jp.kakehashi.command;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Holds what is set under {@code kakehashi} against the records that read it, and gathers every mistake: keys that
 * nobody knows, values that are missing, of another type or out of range, files that are not there. Each names the file
 * and the key, never a value: it might be a password in the wrong place.
 */
final class SettingsCheck {

    private static final ConfigurationPropertyName SOURCE = ConfigurationPropertyName.of("kakehashi.source");
    private static final ConfigurationPropertyName EXTRACT = ConfigurationPropertyName.of("kakehashi.source.extract");
    private static final ConfigurationPropertyName EVIDENCE = ConfigurationPropertyName.of("kakehashi.evidence.folder");
    private static final ConfigurationPropertyName DESK = ConfigurationPropertyName.of("kakehashi.desk");
    private static final ConfigurationPropertyName KEYS = ConfigurationPropertyName.of("kakehashi.keys");
    private static final Map<Class<?>, String> WORDS = Map.of(
            int.class, "整数 / a whole number",
            long.class, "整数 / a whole number",
            boolean.class, "true か false / true or false",
            Duration.class, "20s や 1h の形 / a time such as 20s or 1h",
            Instant.class, "2026-06-01T00:00:00Z の形 / an instant such as 2026-06-01T00:00:00Z");

    private final WrittenSettings written;
    private final Binder binder;
    private final boolean ward;
    private final boolean live;
    private final List<String> faults = new ArrayList<>();

    private SettingsCheck(ConfigurableEnvironment environment, Path file) {
        this.written = new WrittenSettings(environment, file);
        this.binder = Binder.get(environment);
        this.ward = environment.matchesProfiles("ward");
        this.live = !"false".equals(environment.getProperty("kakehashi.source.live"));
    }

    /**
     * Every mistake in the settings.
     *
     * @param environment of a program of the role
     * @param file where an office writes its settings, to be named where something is missing
     * @return empty if all is well
     */
    static List<String> faults(ConfigurableEnvironment environment, Path file) {
        SettingsCheck check = new SettingsCheck(environment, file);
        List<KnownSetting> known = KnownSetting.all();
        check.refuseUnknown(known);
        try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
            known.stream().filter(check::isRead).forEach(setting -> check.check(setting, factory.getValidator()));
        }
        check.refuseAccountWithoutPassword();
        check.refusePagesInTheClear();
        return check.faults;
    }

    private void refuseUnknown(List<KnownSetting> known) {
        written.names().stream()
                .filter(name ->
                        known.stream().noneMatch(setting -> setting.name().equals(name)))
                .forEach(name -> fault(name, "そのような設定はありません / no such setting"));
    }

    /** The bureau has no source; a ward has a database, or else extracts. */
    private boolean isRead(KnownSetting setting) {
        if (setting.owner() == TaxDatabaseAccess.Settings.class) {
            return ward && live;
        }
        return EXTRACT.isAncestorOf(setting.name()) ? ward && !live : ward || !SOURCE.isAncestorOf(setting.name());
    }

    private void check(KnownSetting setting, Validator validator) {
        try {
            Optional<?> value = Optional.ofNullable(
                    binder.bind(setting.name(), Bindable.of(setting.type())).orElse(null));
            if (value.isPresent() || !setting.hasDefault()) {
                validate(setting, value, validator);
            }
            value.filter(Path.class::isInstance).map(Path.class::cast).ifPresent(file -> mustBeThere(setting, file));
        } catch (BindException e) {
            fault(setting.name(), "値の形が違います / must be: " + words(setting.type()));
        }
    }

    private void validate(KnownSetting setting, Optional<?> value, Validator validator) {
        Object held = value.isPresent() ? value.get() : setting.unset();
        validator.validateValue(setting.owner(), setting.component().getName(), held).stream()
                .map(ConstraintViolation::getMessage)
                .sorted()
                .findFirst()
                .ifPresent(rule -> fault(
                        setting.name(),
                        value.isPresent() ? "値が範囲外です / out of range: " + rule : "必要な設定がありません / is missing"));
    }

    /** The key file has a verdict of its own: before the first day there is none. */
    private void mustBeThere(KnownSetting setting, Path file) {
        if (setting.name().equals(EVIDENCE)) {
            mustBeWritable(setting, file);
        } else if (!KEYS.isAncestorOf(setting.name()) && !Files.isReadable(file)) {
            fault(setting.name(), "指定のファイルまたはフォルダーが読めません / cannot be read: " + file);
        }
    }

    /** The folder itself, or where it does not exist yet that in which it will be made. */
    private void mustBeWritable(KnownSetting setting, Path folder) {
        Path existing = folder.toAbsolutePath();
        while (!Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (!Files.isDirectory(existing) || !Files.isWritable(existing)) {
            fault(setting.name(), "書き込めるフォルダーではありません / is no folder that can be written: " + folder);
        }
    }

    private void refuseAccountWithoutPassword() {
        for (String server : new String[] {"kakehashi.mail.smtp", "kakehashi.mail.imap"}) {
            ConfigurationPropertyName name = ConfigurationPropertyName.of(server);
            if (written.holds(name.append("username")) && !written.holds(name.append("password-file"))) {
                fault(name.append("password-file"), "username にはパスワードファイルが必要です / is needed beside username");
            }
        }
    }

    /** Pages that other machines reach carry names and passwords: by TLS, or not at all. */
    private void refusePagesInTheClear() {
        boolean certified = written.holds(DESK.append("certificate"));
        boolean keyed = written.holds(DESK.append("certificate-key"));
        if (certified != keyed) {
            fault(
                    DESK.append(certified ? "certificate-key" : "certificate"),
                    "証明書と秘密鍵は対で必要です / certificate and key are needed together");
        }
        if (!certified && !isOfThisMachineAlone(ConfigurationPropertyName.of("server.address"))) {
            fault(DESK.append("certificate"), "他の端末から使うには証明書が必要です / is needed where other machines reach the pages");
        }
    }

    private boolean isOfThisMachineAlone(ConfigurationPropertyName address) {
        try {
            return binder.bind(address, Bindable.of(InetAddress.class))
                    .map(InetAddress::isLoopbackAddress)
                    .orElse(true);
        } catch (BindException e) {
            return true; // told among the values of another form
        }
    }

    private void fault(ConfigurationPropertyName name, String what) {
        faults.add(written.where(name) + ": " + name + ": " + what);
    }

    private static String words(Class<?> type) {
        return type.isEnum()
                ? String.join("、", names(type)) + " のいずれか / one of these"
                : WORDS.getOrDefault(type, type.getSimpleName());
    }

    private static List<String> names(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(value -> value.toString().toLowerCase(Locale.ROOT))
                .toList();
    }
}
