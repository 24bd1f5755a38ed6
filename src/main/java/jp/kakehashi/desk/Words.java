package jp.kakehashi.desk;

import java.util.Arrays;
import java.util.Locale;
import jp.kakehashi.agreement.DocumentKind;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Words for codes that come with a tail, or in two spellings: {@code @words} in a template. */
@Component
class Words {

    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * Why a mail is held.
     *
     * @param reason the mailroom's code, such as {@code SENDER_NOT_AGREED} or {@code UNFETCHABLE_IOException}
     */
    public String held(String reason, Locale locale) {
        String known = messages.getMessage("held.why." + reason, null, "", locale);
        if (!known.isEmpty()) {
            return known;
        }
        String family = reason.substring(0, Math.max(0, reason.lastIndexOf('_')));
        return messages.getMessage("held.why." + family, null, messages.getMessage("held.why", null, locale), locale);
    }

    /**
     * The words under a key, as they are said of a kind of document: of a plain mail, of which nothing is encrypted, those
     * under {@code KEY.mail} where there are any.
     *
     * @param key such as {@code signing.seal}
     * @param kind of which it is said
     * @param values what the words have places for
     */
    public String of(String key, DocumentKind kind, Locale locale, Object... values) {
        String mail = kind.isPlainMail() ? messages.getMessage(key + ".mail", values, "", locale) : "";
        return mail.isEmpty() ? messages.getMessage(key, values, locale) : mail;
    }

    /**
     * The name of a kind of document.
     *
     * @param kind its name or its code, such as {@code 02PROV}; another word stands for itself
     */
    public String kind(String kind, Locale locale) {
        return Arrays.stream(DocumentKind.values())
                .filter(one -> one.name().equals(kind) || one.code().equals(kind))
                .findFirst()
                .map(one -> messages.getMessage("kind." + one, null, locale))
                .orElse(kind);
    }
}
