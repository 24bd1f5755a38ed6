package jp.kakehashi.command;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Settings that no code reads, but other settings and the routes: written down for {@link SettingsCheck}. */
final class SettingsOfYaml {

    private SettingsOfYaml() {}

    /**
     * {@code kakehashi.cadence.*}.
     *
     * @param stage how often a stage of the ledger looks for work
     * @param mailbox how often the mailbox is looked at, in milliseconds
     * @param extract how often the folder of extract files is looked at, in milliseconds
     * @param poll when the tax database is asked, as a Quartz cron expression in Asia/Tokyo
     * @param reconcile when it is asked about everyone, likewise
     * @param yearEnd when drafts of a fiscal year that has ended lapse, likewise
     * @param evidence when the chain is signed and its evidence file written, likewise
     */
    @ConfigurationProperties("kakehashi.cadence")
    record Cadence(
            @NotNull Duration stage,
            @Min(1) long mailbox,
            @Min(1) long extract,
            @NotBlank String poll,
            @NotBlank String reconcile,
            @NotBlank String yearEnd,
            @NotBlank String evidence) {}
}
