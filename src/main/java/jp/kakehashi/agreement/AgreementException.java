package jp.kakehashi.agreement;

import java.util.List;

/** Agreement files with mistakes. The message names every one of them with its file and key. */
public class AgreementException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AgreementException(List<String> lines) {
        super("協定ファイルの誤り / mistakes in the agreement:\n  " + String.join("\n  ", lines));
    }
}
