package jp.kakehashi.vault;

/**
 * Sealed bytes did not open: they were altered, sealed under another key, or sealed for another context. The message
 * names the context only, never a value.
 */
public final class VaultException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    VaultException(String message, Throwable cause) {
        super(message, cause);
    }
}
