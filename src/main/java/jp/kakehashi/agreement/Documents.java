package jp.kakehashi.agreement;

import java.util.Optional;

/**
 * The kinds of documents that the agreement covers. What is not here cannot be sent.
 *
 * @param test the test exchange that comes before the first provision
 * @param provision ②
 */
public record Documents(
        @Key("The test exchange (送受信試験).") Document test,
        @Key("② the persons in arrears.") Document provision) {

    public Documents {
        new Faults()
                .unless(
                        test.form().isEmpty(),
                        "test.form",
                        "送受信試験は提供の様式で行うため、指定できません",
                        "the test exchange tries the form of the provision: leave it out")
                .unless(provision.form().isPresent(), "provision.form", "必須項目です", "is required")
                .refuse();
    }

    /** The settings of a kind; nothing where the agreement does not cover it. */
    public Optional<Document> of(DocumentKind kind) {
        return switch (kind) {
            case TEST -> Optional.of(test);
            case PROVISION -> Optional.of(provision);
            case INQUIRY, ANSWER, RESOLVED, CORRECTION -> Optional.empty();
        };
    }

    Form formOf(DocumentKind kind) {
        Document document = of(kind).orElseThrow(() -> new IllegalArgumentException("the agreement covers no " + kind));
        return document.form().or(provision::form).orElseThrow();
    }
}
