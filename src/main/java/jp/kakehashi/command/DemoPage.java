package jp.kakehashi.command;

import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/**
 * A page of the desk as it came.
 *
 * @param address where it stands, after redirects
 * @param html its text
 */
record DemoPage(URI address, String html) {

    private static final Pattern REFUSAL = Pattern.compile("<p class=\"refusal\"[^>]*>([^<]+)");

    /** What the pattern's first group finds. */
    String find(Pattern pattern) {
        Matcher matcher = pattern.matcher(html);
        if (!matcher.find()) {
            throw new DemoException(
                    "the page " + address.getPath() + " does not show " + pattern.pattern() + refusal());
        }
        return HtmlUtils.htmlUnescape(matcher.group(1)).strip();
    }

    /** Everything that the pattern's first group finds. */
    List<String> all(Pattern pattern) {
        return pattern.matcher(html)
                .results()
                .map(found -> HtmlUtils.htmlUnescape(found.group(1)).strip())
                .toList();
    }

    /** What the element with this attribute says: {@code <x name="key">said</x>}. */
    String said(String attribute, String key) {
        return find(Pattern.compile(Pattern.quote(attribute + "=\"" + key + "\"") + "[^>]*>([^<]*)<"));
    }

    /** The value of an attribute that stands once on the page. */
    String value(String attribute) {
        return find(Pattern.compile("\\b" + Pattern.quote(attribute) + "=\"([^\"]*)\""));
    }

    /** The form that is sent to this path. */
    DemoForm form(String action) {
        Matcher form = Pattern.compile(
                        "<form[^>]*action=\"" + Pattern.quote(action) + "(?:[?;][^\"]*)?\"[^>]*>(.*?)</form>",
                        Pattern.DOTALL)
                .matcher(html);
        if (!form.find()) {
            throw new DemoException("the page " + address.getPath() + " shows no form for " + action + refusal());
        }
        return DemoForm.read(action, form.group(1));
    }

    private String refusal() {
        Matcher refusal = REFUSAL.matcher(html);
        return refusal.find()
                ? "; it says: " + HtmlUtils.htmlUnescape(refusal.group(1)).strip()
                : "";
    }
}
