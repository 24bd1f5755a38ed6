package jp.kakehashi.command;

import com.icegreen.greenmail.store.FolderException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@code --out=DIR} keeps, so that a stranger can check the demo without its program: every mail, every password,
 * the tax database, the bureau's list, the ward's chain. All of it is fictitious; it is the one place where such things lie open.
 */
final class DemoKeepsake {

    private final Path folder;

    private DemoKeepsake(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes the folder.
     *
     * @throws UsageException where it holds something already
     */
    static DemoKeepsake in(Path folder) {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> found = Files.list(folder)) {
                if (found.findAny().isPresent()) {
                    throw new UsageException("hub demo: --out のフォルダーが空ではありません / is not empty: " + folder);
                }
            }
            return new DemoKeepsake(folder);
        } catch (IOException e) {
            throw new UsageException("hub demo: --out のフォルダーを作成できません / cannot be made or read: " + folder);
        }
    }

    /** Where everything goes. */
    Path folder() {
        return folder;
    }

    /** One file a mail, in the order of acceptance; a copy of one kept already is left out. */
    int mails(DemoMailServer server) throws IOException, MessagingException, FolderException {
        Map<String, MimeMessage> accepted = new LinkedHashMap<>();
        List<MimeMessage> found = new ArrayList<>();
        for (var mailbox :
                server.mailboxes().getManagers().getImapHostManager().getStore().listMailboxes("*")) {
            mailbox.getMessages().forEach(stored -> found.add(stored.getMimeMessage()));
        }
        found.sort(Comparator.comparing(DemoKeepsake::sentOn));
        for (MimeMessage mail : found) {
            accepted.putIfAbsent(mail.getMessageID(), mail);
        }
        Path mails = Files.createDirectories(folder.resolve("mail"));
        int number = 0;
        for (MimeMessage mail : accepted.values()) {
            number++;
            try (OutputStream out = Files.newOutputStream(mails.resolve("%04d.eml".formatted(number)))) {
                mail.writeTo(out);
            }
        }
        return number;
    }

    /** {@code control number TAB zip password TAB workbook password}, a line a parcel. */
    void passwords(Map<String, DemoSlip> slips) throws IOException {
        String lines = slips.entrySet().stream()
                .map(slip -> slip.getKey() + "\t" + slip.getValue().zip() + "\t"
                        + slip.getValue().workbook() + "\n")
                .collect(Collectors.joining());
        Files.writeString(folder.resolve("passwords.tsv"), lines);
    }

    /** Where the bureau's list goes, as CSV. */
    OutputStream list() throws IOException {
        return Files.newOutputStream(folder.resolve("bureau-list.csv"));
    }

    /** The tax database, closed, as its file and as a plain script; whoever asks it afterwards opens it again. */
    void source(Path stage) throws IOException, SQLException {
        try (var connection = DriverManager.getConnection(DemoStage.sourceUrl(stage), "sa", "");
                var statement = connection.createStatement()) {
            statement.execute(
                    "script to '" + folder.resolve("source.sql").toString().replace("'", "''") + "'");
            statement.execute("shutdown");
        }
        Files.copy(stage.resolve("source.mv.db"), folder.resolve("source.mv.db"));
    }

    private static Instant sentOn(MimeMessage mail) {
        try {
            return Optional.ofNullable(mail.getReceivedDate())
                    .orElse(mail.getSentDate())
                    .toInstant();
        } catch (MessagingException e) {
            throw new DemoException("a mail in the demo's own mailbox bears no date: " + e.getMessage());
        }
    }
}
