package jp.kakehashi.command;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * One setting under {@code kakehashi}, as the record says that reads it.
 *
 * @param name its full name
 * @param owner the record
 * @param component the record's component
 */
record KnownSetting(ConfigurationPropertyName name, Class<?> owner, RecordComponent component) {

    private static final String HOUSE = "jp.kakehashi";

    /** Every setting that some record of the house reads, in the order of the alphabet. */
    static List<KnownSetting> all() {
        var records = new ClassPathScanningCandidateComponentProvider(false);
        records.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return records.findCandidateComponents(HOUSE).stream()
                .map(AnnotatedBeanDefinition.class::cast)
                .map(found -> ClassUtils.resolveClassName(found.getMetadata().getClassName(), null))
                .flatMap(record -> in(record, prefix(record)))
                .sorted(Comparator.comparing(KnownSetting::name))
                .toList();
    }

    Class<?> type() {
        return component.getType();
    }

    /** Whether the record itself knows what to do without it. */
    boolean hasDefault() {
        return component.isAnnotationPresent(DefaultValue.class);
    }

    /** What the record would hold if nothing were set. */
    Object unset() {
        return type().isPrimitive() ? Array.get(Array.newInstance(type(), 1), 0) : null;
    }

    private static String prefix(Class<?> record) {
        return AnnotatedElementUtils.findMergedAnnotation(record, ConfigurationProperties.class)
                .prefix();
    }

    private static Stream<KnownSetting> in(Class<?> record, String prefix) {
        return Stream.of(record.getRecordComponents()).flatMap(component -> {
            String name = prefix + "." + DataObjectPropertyName.toDashedForm(component.getName());
            return component.getType().isRecord()
                    ? in(component.getType(), name)
                    : Stream.of(new KnownSetting(ConfigurationPropertyName.of(name), record, component));
        });
    }
}
