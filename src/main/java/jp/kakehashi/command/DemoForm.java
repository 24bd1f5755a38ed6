package jp.kakehashi.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/**
 * A form with what stands in its fields.
 *
 * @param action where it is sent
 * @param fields name → values, in the order of the page
 */
record DemoForm(String action, Map<String, List<String>> fields) {

    private static final Pattern FIELD =
            Pattern.compile("<input\\b([^>]*)>|<textarea\\b([^>]*)>(.*?)</textarea>", Pattern.DOTALL);
    private static final Pattern ATTRIBUTE = Pattern.compile("\\b(name|value|type)=\"([^\"]*)\"");
    private static final Pattern CHECKED = Pattern.compile("\\bchecked\\b");

    /** Reads the fields; boxes and buttons that are not chosen send nothing. */
    static DemoForm read(String action, String html) {
        DemoForm form = new DemoForm(action, new LinkedHashMap<>());
        Matcher field = FIELD.matcher(html);
        while (field.find()) {
            boolean input = field.group(1) != null;
            String attributes = input ? field.group(1) : field.group(2);
            String value = input ? attribute(attributes, "value") : field.group(3);
            boolean choosable = attributes.contains("checkbox") || attributes.contains("radio");
            if (!choosable || CHECKED.matcher(attributes).find()) {
                form.add(attribute(attributes, "name"), HtmlUtils.htmlUnescape(value));
            }
        }
        return form;
    }

    /** Fills a field in. */
    DemoForm with(String name, String... values) {
        fields.put(name, List.of(values));
        return this;
    }

    private void add(String name, String value) {
        fields.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
    }

    private static String attribute(String attributes, String name) {
        Matcher attribute = ATTRIBUTE.matcher(attributes);
        while (attribute.find()) {
            if (attribute.group(1).equals(name)) {
                return attribute.group(2);
            }
        }
        return "";
    }
}
