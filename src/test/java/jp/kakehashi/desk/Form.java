package jp.kakehashi.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/**
 * A form of a page as it stands there: hidden fields, texts and ticked boxes; to be filled in and sent.
 *
 * @param action where it is sent
 * @param fields name → values
 */
record Form(String action, Map<String, List<String>> fields) {

    private static final Pattern FIELD =
            Pattern.compile("<input\\b([^>]*)>|<textarea\\b([^>]*)>(.*?)</textarea>", Pattern.DOTALL);

    /** The form of the page that is sent to this path. */
    static Form of(String page, String action) {
        Matcher form = Pattern.compile(
                        "<form[^>]*action=\"" + Pattern.quote(action) + "\"[^>]*>(.*?)</form>", Pattern.DOTALL)
                .matcher(page);
        if (!form.find()) {
            throw new AssertionError("no form is sent to " + action);
        }
        Form read = new Form(action, new LinkedHashMap<>());
        Matcher field = FIELD.matcher(form.group(1));
        while (field.find()) {
            read.add(field);
        }
        return read;
    }

    /** Whether the page has a form that is sent to this path. */
    static boolean isOn(String page, String action) {
        return page.contains("action=\"" + action + "\"");
    }

    Form with(String name, String... values) {
        fields.put(name, List.of(values));
        return this;
    }

    String value(String name) {
        return fields.get(name).get(0);
    }

    String encoded() {
        return fields.entrySet().stream()
                .flatMap(field ->
                        field.getValue().stream().map(value -> field.getKey() + "=" + URLEncoder.encode(value, UTF_8)))
                .collect(Collectors.joining("&"));
    }

    private void add(Matcher field) {
        boolean input = field.group(1) != null;
        String attributes = input ? field.group(1) : field.group(2);
        boolean box = attributes.contains("type=\"checkbox\"");
        if (!box || attributes.contains("checked")) {
            String value = input ? attribute(attributes, "value") : field.group(3);
            fields.computeIfAbsent(attribute(attributes, "name"), any -> new ArrayList<>())
                    .add(HtmlUtils.htmlUnescape(value));
        }
    }

    private static String attribute(String attributes, String name) {
        Matcher found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(attributes);
        return found.find() ? found.group(1) : "";
    }
}
