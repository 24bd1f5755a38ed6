package jp.kakehashi.agreement;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every key of the agreement file with its form and meaning, read from the records that bind it. */
final class KeyTable {

    private static final Map<Type, String> FORMS = Map.of(
            int.class, "whole number",
            Integer.class, "whole number",
            boolean.class, "true or false",
            String.class, "text",
            Template.class, "text with places",
            LocalDate.class, "date `2026-06-01`",
            LocalTime.class, "time `17:00`");

    private final List<String> rows = new ArrayList<>();

    KeyTable(Class<? extends Record> root) {
        add(root, "");
    }

    /** Markdown rows, in the order of the records. */
    List<String> rows() {
        return rows;
    }

    private void add(Class<?> type, String parent) {
        for (RecordComponent component : type.getRecordComponents()) {
            Key key = component.getAnnotation(Key.class);
            if (key != null) {
                add(component, parent + Binding.keyOf(component.getName()), key.value());
            }
        }
    }

    private void add(RecordComponent component, String path, String meaning) {
        boolean optional = component.getType() == Optional.class;
        Type type = optional ? argument(component.getGenericType()) : component.getGenericType();
        boolean list = type instanceof ParameterizedType;
        Class<?> plain = (Class<?>) (list ? argument(type) : type);
        String form = form(plain);
        rows.add("| `%s` | %s | %s | %s |"
                .formatted(
                        path, list ? "list of " + form : form, optional ? "no" : "yes", meaning.replace("|", "\\|")));
        if (plain.isRecord() && plain != Template.class) {
            add(plain, path + (list ? "[]." : "."));
        }
    }

    private static String form(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> "`" + Binding.keyOf((Enum<?>) constant) + "`")
                    .collect(Collectors.joining(", "));
        }
        return FORMS.getOrDefault(type, "keys");
    }

    private static Type argument(Type type) {
        return ((ParameterizedType) type).getActualTypeArguments()[0];
    }
}
