package jp.kakehashi.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.beans.Introspector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** The beans that routes may call, by the name Spring gives them, with what each can do. */
final class Verbs {

    private final Map<String, List<JavaClass>> beans = new HashMap<>();

    Verbs(JavaClasses classes) {
        classes.stream()
                .filter(type -> !type.isAnnotation() && type.isMetaAnnotatedWith(Component.class))
                .forEach(type -> add(nameOf(type), type));
        classes.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Bean.class))
                .forEach(method -> namesOf(method).forEach(name -> add(name, method.getRawReturnType())));
    }

    boolean hasBean(String name) {
        return beans.containsKey(name);
    }

    /** Whether a bean of this name has exactly one method of that name: an overloaded one is chosen by guessing. */
    boolean hasVerb(String bean, String verb) {
        return beans.getOrDefault(bean, List.of()).stream()
                .anyMatch(type -> type.getAllMethods().stream()
                                .filter(method -> method.getName().equals(verb))
                                .filter(method -> !method.getModifiers().contains(JavaModifier.PRIVATE))
                                .map(JavaMethod::getRawParameterTypes)
                                .distinct()
                                .count()
                        == 1);
    }

    private void add(String name, JavaClass type) {
        beans.computeIfAbsent(name, unused -> new ArrayList<>()).add(type);
    }

    private static String nameOf(JavaClass type) {
        return type.getAnnotations().stream()
                .filter(annotation -> annotation.getRawType().isEquivalentTo(Component.class)
                        || annotation.getRawType().isMetaAnnotatedWith(Component.class))
                .flatMap(annotation -> annotation.get("value").stream())
                .filter(value -> value instanceof String text && !text.isEmpty())
                .map(Object::toString)
                .findFirst()
                .orElseGet(() -> Introspector.decapitalize(type.getSimpleName()));
    }

    private static Stream<String> namesOf(JavaMethod method) {
        Bean bean = method.getAnnotationOfType(Bean.class);
        String[] names = bean.name().length > 0 ? bean.name() : bean.value();
        return names.length > 0 ? Stream.of(names) : Stream.of(method.getName());
    }
}
