package jp.kakehashi.mailroom;

import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * One conversation with the mail server about one letter, which knows how far it has come:
 *
 * <ol>
 *   <li>Whatever happens before the final dot, the letter was not accepted: a 5xx refuses it, anything else defers it.
 *   <li>One refused recipient refuses the whole letter: nobody gets it.
 *   <li>After the final dot only a reply decides: 250 accepts, 4xx defers, 5xx refuses.
 *   <li>No reply to the final dot, or none that can be understood, is silence: nobody knows.
 * </ol>
 */
final class SmtpDialogue extends SMTPTransport {

    private static final Pattern QUEUE_ID =
            Pattern.compile("(?i)\\b(?:queued as|id=|with id) ?([A-Za-z0-9._-]{1,100})");

    private boolean atRecipients;
    private boolean finalDotSent;
    private Reply refusal;
    private Reply verdict;

    SmtpDialogue(Session session) {
        super(session, null);
    }

    /** Posts a letter. Ends with a value, whatever the server or the network does. */
    Answer post(SealedMail mail, String host, int port, PasswordAuthentication key) {
        try {
            connect(host, port, key.getUserName(), key.getPassword());
            refusal = null; // what the server refused while they agreed on how to speak is settled
            sendMessage(mail, mail.getAllRecipients());
            return accepted(verdict.text());
        } catch (MessagingException | IllegalStateException e) {
            return finalDotSent ? afterTheDot(e) : beforeTheDot(e);
        } finally {
            hangUp();
        }
    }

    private Answer beforeTheDot(Exception trouble) {
        if (refusal == null) {
            return new Answer.Deferred(nameOf(trouble));
        }
        return refusal.isFinal()
                ? new Answer.Refused(refusal.text(), atRecipients)
                : new Answer.Deferred(refusal.text());
    }

    private Answer afterTheDot(Exception trouble) {
        if (verdict == null || !verdict.isNegative()) {
            return new Answer.Silent(nameOf(trouble));
        }
        return verdict.isFinal() ? new Answer.Refused(verdict.text(), false) : new Answer.Deferred(verdict.text());
    }

    private static Answer accepted(String reply) {
        Matcher id = QUEUE_ID.matcher(reply);
        return new Answer.Accepted(reply, id.find() ? Optional.of(id.group(1)) : Optional.empty());
    }

    /** The kind of trouble, without its text: that may quote anything. */
    private static String nameOf(Exception trouble) {
        Throwable cause = trouble.getCause() == null ? trouble : trouble.getCause();
        return cause.getClass().getSimpleName();
    }

    private void hangUp() {
        try {
            close();
        } catch (MessagingException e) {
            verdict = null; // the conversation is over: how the line is cut says nothing about the letter
        }
    }

    @Override
    protected void rcptTo() throws MessagingException {
        atRecipients = true;
        super.rcptTo();
    }

    @Override
    protected OutputStream data() throws MessagingException {
        atRecipients = false;
        return super.data();
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        finalDotSent = true;
        super.finishData();
    }

    /** Every reply of the server passes here: the first to the final dot, and before it the gravest refusal, are kept. */
    @Override
    protected int readServerResponse() throws MessagingException {
        int code = super.readServerResponse();
        Reply reply = new Reply(code, getLastServerResponse().strip());
        if (finalDotSent) {
            verdict = verdict == null ? reply : verdict;
        } else if (reply.isNegative() && (refusal == null || !refusal.isFinal())) {
            refusal = reply;
        }
        return code;
    }

    private record Reply(int code, String text) {

        boolean isNegative() {
            return code >= 400 && code <= 599;
        }

        boolean isFinal() {
            return code >= 500 && code <= 599;
        }
    }
}
