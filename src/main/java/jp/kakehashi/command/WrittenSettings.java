package jp.kakehashi.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.Resource;

/** What somebody wrote under {@code kakehashi}, and in which line of which file. */
final class WrittenSettings {

    private static final ConfigurationPropertyName OURS = ConfigurationPropertyName.of("kakehashi");

    private final List<ConfigurationPropertySource> sources;
    private final Path file;

    /**
     * The settings of a program.
     *
     * @param file named for what is written nowhere
     */
    WrittenSettings(ConfigurableEnvironment environment, Path file) {
        this.sources = StreamSupport.stream(
                        ConfigurationPropertySources.get(environment).spliterator(), false)
                .toList();
        this.file = file;
    }

    /** Every name that is written; environment variables are not looked at, whose names may mean several. */
    List<ConfigurationPropertyName> names() {
        return sources.stream()
                .filter(source -> !(source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource))
                .filter(IterableConfigurationPropertySource.class::isInstance)
                .map(IterableConfigurationPropertySource.class::cast)
                .flatMap(IterableConfigurationPropertySource::stream)
                .filter(OURS::isAncestorOf)
                .distinct()
                .sorted()
                .toList();
    }

    boolean holds(ConfigurationPropertyName name) {
        return written(name).findFirst().isPresent();
    }

    /** File and line of a setting; the office's file if it is written nowhere. */
    String where(ConfigurationPropertyName name) {
        return written(name)
                .findFirst()
                .map(property -> where(property.getOrigin()))
                .orElse(file.toString());
    }

    private Stream<ConfigurationProperty> written(ConfigurationPropertyName name) {
        return sources.stream()
                .map(source -> source.getConfigurationProperty(name))
                .filter(Objects::nonNull);
    }

    private static String where(Origin origin) {
        if (origin instanceof PropertySourceOrigin source && source.getOrigin() != null) {
            return where(source.getOrigin());
        }
        if (origin instanceof TextResourceOrigin text && text.getLocation() != null) {
            return nameOf(text.getResource()) + ":" + (text.getLocation().getLine() + 1);
        }
        return String.valueOf(origin);
    }

    private static String nameOf(Resource resource) {
        try {
            return resource.isFile() ? resource.getFile().getPath() : resource.getFilename();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
