package jp.kakehashi.agreement;

import java.nio.charset.Charset;

/**
 * What the mail path allows.
 *
 * @param maxBytes the largest mail, as it goes over the wire
 * @param charset utf-8 or iso-2022-jp
 */
public record MailRules(
        @Key("Largest mail in bytes, as it goes over the wire.")
        int maxBytes,

        @Key("Charset of subject and body: `utf-8` or `iso-2022-jp`.")
        String charset) {

    public MailRules {
        new Faults()
                .atLeast(10_000, "max-bytes", maxBytes)
                .matches("charset", charset, "utf-8|iso-2022-jp", "utf-8")
                .refuse();
    }

    /** The charset to encode with. */
    public Charset encoding() {
        return Charset.forName(charset);
    }
}
