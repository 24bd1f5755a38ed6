package jp.kakehashi.mailroom;

import jakarta.mail.internet.MimeMessage;
import org.springframework.stereotype.Component;

/** Carries letters to the mail server; it takes nothing else to it. */
@Component
public class Postman {

    private final MailAccess access;

    Postman(MailAccess access) {
        this.access = access;
    }

    /**
     * Posts a letter that the outbox has put in hand; the answer is kept with it. Whatever the server or the network
     * does is an answer, never an exception.
     *
     * @param mail as {@link LetterInHand#mail} gives it
     * @throws IllegalArgumentException for any other mail
     */
    public void post(MimeMessage mail) {
        if (!(mail instanceof SealedMail sealed)) {
            throw new IllegalArgumentException("only a letter that the outbox has put in hand can be posted");
        }
        SmtpDialogue dialogue = new SmtpDialogue(access.smtp());
        MailServer server = access.smtpServer();
        sealed.letter().answered(dialogue.post(sealed, server.host(), server.port(), server.key()));
    }
}
