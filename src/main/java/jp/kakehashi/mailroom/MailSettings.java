package jp.kakehashi.mailroom;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code kakehashi.mail.*}.
 *
 * @param smtp the server that takes our letters
 * @param imap the server that keeps our mailbox
 * @param trustStore a PEM file with the certificates to trust; absent for those of the Java platform
 * @param connectWithin how long to wait for a connection
 * @param answerWithin how long to wait for any one answer
 */
@Validated
@ConfigurationProperties(prefix = "kakehashi.mail", ignoreUnknownFields = false)
record MailSettings(
        @NotNull @Valid MailServer smtp,
        @NotNull @Valid MailServer imap,
        Path trustStore,
        @DefaultValue("20s") Duration connectWithin,
        @DefaultValue("120s") Duration answerWithin) {}
