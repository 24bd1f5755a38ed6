package jp.kakehashi.command;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Which of the two offices the program is for, and the configuration of that role: {@code --role} sets the one Spring
 * profile, {@code --config} adds a file that wins over {@code config/application.yaml}.
 */
final class OfficeRole {

    static final String ROLE = "role";
    static final String CONFIG = "config";

    private static final Set<String> ROLES = Set.of("ward", "bureau");

    private final String name;
    private final String configuration;

    private OfficeRole(String name, String configuration) {
        this.name = name;
        this.configuration = configuration;
    }

    /**
     * The role as asked for.
     *
     * @param name {@code ward} or {@code bureau}
     * @param options in which a configuration may be named; relative to the caller's folder
     * @throws UsageException if there is no such role or no such file
     */
    static OfficeRole of(String name, Options options) {
        if (!ROLES.contains(name)) {
            throw new UsageException("hub: --role は ward か bureau です / --role is ward or bureau: " + name);
        }
        return new OfficeRole(
                name, options.value(CONFIG).map(OfficeRole::located).orElse(""));
    }

    /** {@code ward} or {@code bureau}. */
    String name() {
        return name;
    }

    /** The program in this role, made of these classes; without web pages unless they are switched on again. */
    SpringApplicationBuilder program(Class<?>... classes) {
        return new SpringApplicationBuilder(classes)
                .profiles(name)
                .web(WebApplicationType.NONE)
                .properties("spring.config.additional-location=" + configuration);
    }

    /** A program of no parts: only its configuration is read. */
    ConfigurableApplicationContext configuration() {
        return program(ConfigurationOnly.class)
                .properties("logging.level.org.springframework=OFF", "spring.main.log-startup-info=false")
                .run();
    }

    /** The file in which the office writes its settings. */
    Path file() {
        return configuration.isEmpty()
                ? Path.of("config", "application.yaml").toAbsolutePath()
                : Path.of(URI.create(configuration));
    }

    private static String located(String file) {
        Path path = CallersFolder.resolve(file);
        if (!Files.isReadable(path)) {
            throw new UsageException("hub: --config のファイルが読めません / cannot read: " + path);
        }
        return path.toUri().toString();
    }

    private static final class ConfigurationOnly {}
}
