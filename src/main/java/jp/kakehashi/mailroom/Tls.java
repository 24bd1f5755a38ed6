package jp.kakehashi.mailroom;

/** How a line to a mail server is protected. */
public enum Tls {
    /** TLS from the first byte. */
    IMPLICIT,
    /** TLS by STARTTLS, or no conversation at all. */
    STARTTLS,
    /** None: only where the line itself is trusted. */
    NONE
}
