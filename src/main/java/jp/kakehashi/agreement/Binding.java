package jp.kakehashi.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Binds a YAML tree to records and collects every mistake on the way, where an ordinary binder stops at the first.
 *
 * <p>A record's component {@code maxBytes} is the key {@code max-bytes}. Every key is required unless its type is
 * {@link Optional}; a key that no component names is a mistake. A record refuses wrong values in its constructor.
 */
final class Binding {

    private final List<Fault> faults = new ArrayList<>();

    /** The mistakes so far, with their full key paths. */
    List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** The record, or nothing where its part of the tree holds mistakes. */
    <T extends Record> Optional<T> bind(JsonNode tree, Class<T> type, Map<String, Object> given) {
        return Optional.ofNullable(type.cast(record(tree, type, "", given)));
    }

    static String keyOf(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    static String keyOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Object record(JsonNode node, Class<?> type, String path, Map<String, Object> given) {
        if (!node.isObject()) {
            return fault(path, "下位の項目が必要です", "expected keys below it");
        }
        RecordComponent[] components = type.getRecordComponents();
        refuseUnknown(node, components, path, given);
        int before = faults.size();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            RecordComponent component = components[i];
            values[i] = given.containsKey(component.getName())
                    ? given.get(component.getName())
                    : component(node.get(keyOf(component.getName())), component, path);
        }
        return faults.size() > before ? null : construct(type, components, values, path);
    }

    private void refuseUnknown(JsonNode node, RecordComponent[] components, String path, Map<String, Object> given) {
        List<String> known = Arrays.stream(components)
                .map(RecordComponent::getName)
                .filter(name -> !given.containsKey(name))
                .map(Binding::keyOf)
                .toList();
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                fault(
                        join(path, name),
                        "この項目はありません。使える項目: " + String.join(", ", known),
                        "unknown key; known here: " + String.join(", ", known));
            }
        });
    }

    private Object component(JsonNode node, RecordComponent component, String parent) {
        String path = join(parent, keyOf(component.getName()));
        boolean absent = node == null || node.isNull();
        if (component.getType() == Optional.class) {
            return absent
                    ? Optional.empty()
                    : Optional.ofNullable(value(node, argument(component.getGenericType(), 0), path));
        }
        return absent ? fault(path, "必須項目です", "is required") : value(node, component.getGenericType(), path);
    }

    private Object value(JsonNode node, Type type, String path) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == List.class
                    ? list(node, argument(generic, 0), path)
                    : map(node, generic, path);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord() && plain != Template.class) {
            return record(node, plain, path, Map.of());
        }
        return plain.isEnum() ? constant(node, plain, path) : scalar(node, plain, path);
    }

    private Object list(JsonNode node, Type element, String path) {
        if (!node.isArray()) {
            return fault(path, "一覧（- で始まる行）が必要です", "expected a list");
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            values.add(value(node.get(i), element, path + "[" + i + "]"));
        }
        return values.contains(null) ? null : List.copyOf(values);
    }

    private Object map(JsonNode node, ParameterizedType type, String path) {
        if (!node.isObject()) {
            return fault(path, "下位の項目が必要です", "expected keys below it");
        }
        Map<Object, Object> values = new LinkedHashMap<>();
        node.fields().forEachRemaining(entry -> {
            String below = join(path, entry.getKey());
            Object key = constant(entry.getKey(), (Class<?>) argument(type, 0), below);
            Object value = value(entry.getValue(), argument(type, 1), below);
            if (key != null && value != null) {
                values.put(key, value);
            }
        });
        return values;
    }

    private Object constant(JsonNode node, Class<?> type, String path) {
        return node.isTextual() ? constant(node.textValue(), type, path) : constant(node.toString(), type, path);
    }

    private Object constant(String text, Class<?> type, String path) {
        Map<String, Object> constants = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(c -> keyOf((Enum<?>) c), c -> c, (a, b) -> a, LinkedHashMap::new));
        String expected = String.join(", ", constants.keySet());
        return constants.containsKey(text)
                ? constants.get(text)
                : fault(
                        path,
                        "「%s」は使えません。次のいずれか: %s".formatted(text, expected),
                        "`%s` is not one of: %s".formatted(text, expected));
    }

    private Object scalar(JsonNode node, Class<?> type, String path) {
        if (type == int.class || type == Integer.class) {
            return node.canConvertToInt() && node.isIntegralNumber()
                    ? node.intValue()
                    : fault(path, "整数が必要です", "expected a whole number");
        }
        if (type == boolean.class) {
            return node.isBoolean() ? node.booleanValue() : fault(path, "true か false が必要です", "expected true or false");
        }
        if (!node.isValueNode()) {
            return fault(path, "一つの値が必要です", "expected one value");
        }
        return text(node.asText(), type, path);
    }

    private Object text(String text, Class<?> type, String path) {
        if (type == LocalDate.class) {
            return parsed(text, LocalDate::parse, path, "2026-06-01");
        }
        if (type == LocalTime.class) {
            return parsed(text, LocalTime::parse, path, "17:00");
        }
        if (type == Template.class) {
            return new Template(text);
        }
        return text.isBlank() ? fault(path, "空欄にできません", "must not be blank") : text;
    }

    private Object parsed(String text, Function<String, Object> parser, String path, String example) {
        try {
            return parser.apply(text);
        } catch (DateTimeException e) {
            return fault(
                    path,
                    "「%s」は形式に合いません（例: %s）".formatted(text, example),
                    "`%s` has not the form of %s".formatted(text, example));
        }
    }

    private Object construct(Class<?> type, RecordComponent[] components, Object[] values, String path) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Faults.Found found) {
                found.faults().forEach(fault -> faults.add(fault.under(path)));
                return null;
            }
            throw new IllegalStateException(type + " broke at " + path, e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " has no constructor of its components", e);
        }
    }

    private Object fault(String path, String japanese, String english) {
        faults.add(new Fault(path, japanese, english));
        return null;
    }

    private static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }

    private static String join(String parent, String key) {
        return parent.isEmpty() ? key : parent + "." + key;
    }
}
