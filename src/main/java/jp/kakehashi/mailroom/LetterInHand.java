package jp.kakehashi.mailroom;

import jakarta.mail.internet.MimeMessage;
import java.util.UUID;

/** A letter that a poster has taken up, and the answer once there is one. */
public final class LetterInHand {

    private final UUID id;
    private final String reference;
    private final SealedMail mail;
    private Answer answer;

    LetterInHand(UUID id, String reference, String messageId, Envelope envelope, byte[] mime) {
        this.id = id;
        this.reference = reference;
        this.mail = new SealedMail(this, messageId, envelope, mime);
    }

    UUID id() {
        return id;
    }

    /** The control number, or whatever else named the letter when it was queued. */
    public String reference() {
        return reference;
    }

    /** The mail to hand to {@link Postman#post}; its bytes and its recipients cannot be changed. */
    public MimeMessage mail() {
        return mail;
    }

    void answered(Answer given) {
        if (answer != null) {
            throw new IllegalStateException("letter " + id + " was answered before: no letter is posted twice");
        }
        answer = given;
    }

    Answer answer() {
        if (answer == null) {
            throw new IllegalStateException("letter " + id + " was never posted: nothing can be recorded");
        }
        return answer;
    }

    @Override
    public String toString() {
        return "LetterInHand[" + id + "]";
    }
}
