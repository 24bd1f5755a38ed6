package jp.kakehashi.house;

import java.util.regex.Pattern;

/**
 * The address of an endpoint, as it stands in a route.
 *
 * @param uri for example {@code timer:seal?period=1s} or {@code {{kakehashi.mail.smtp.scheme:smtps}}:door}
 */
record Address(String uri) {

    private static final Pattern PLACEHOLDER = Pattern.compile("^\\{\\{([^:}]*)(?::([^}]*))?}}");

    /**
     * The scheme. Behind {@code master:name:} it is that of the endpoint which the leader runs; a placeholder speaks by
     * its default, else by the {@code smtp} or {@code imap} in its key.
     */
    String scheme() {
        String direct = uri.replaceFirst("^master:[^:]*:", "");
        var placeholder = PLACEHOLDER.matcher(direct);
        if (!placeholder.find()) {
            return direct.replaceFirst(":.*", "");
        }
        return placeholder.group(2) != null ? placeholder.group(2) : protocolIn(placeholder.group(1));
    }

    boolean isMail() {
        return scheme().startsWith("smtp") || scheme().startsWith("imap");
    }

    /** Whether a route that begins here takes something in from outside, and must leave it there when storing fails. */
    boolean collects() {
        return scheme().startsWith("imap") || scheme().equals("file");
    }

    private static String protocolIn(String key) {
        if (key.contains("smtp")) {
            return "smtp";
        }
        return key.contains("imap") ? "imap" : key;
    }
}
