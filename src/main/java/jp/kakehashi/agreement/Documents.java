package jp.kakehashi.agreement;

import java.util.Optional;

/**
 * The kinds of documents that the agreement covers. What is not here cannot be sent.
 *
 * @param testExchange whether a confirmed test exchange must come before ②
 * @param provisionScope who stands in ②
 * @param test the test exchange that comes before the first provision
 * @param provision ②
 * @param nilNotice the plain mail of a month without anyone, if the parties agreed on one
 * @param form the sheet of both: the test exchange tries the form of the provision
 */
public record Documents(
        @Key(
                "`required`: ② waits for a confirmed test exchange over the same addresses, zip method and form; or `not-required`. ZipCrypto always waits for one. Default: required.")
        Optional<Requirement> testExchange,

        @Key(
                "Who stands in ②: `additions`, those newly confirmed; or `full-list`, also those provided before whose row still holds. Who is missing in a full list has not ended thereby. Default: additions.")
        Optional<ProvisionScope> provisionScope,

        @Key("The test exchange (送受信試験) that comes before the first provision.")
        Document test,

        @Key("② the persons in arrears.") Document provision,

        @Key(
                "The nil notice (該当なし通知): in a month without anyone to provide, a plain mail without attachment says so. Default: none.")
        Optional<NilNotice> nilNotice,

        @Key("The sheet of both: the test exchange tries the form of the provision.")
        Form form) {

    /** Whether those provided before stand in ② again. */
    public boolean provisionIsFullList() {
        return provisionScope.filter(ProvisionScope.FULL_LIST::equals).isPresent();
    }

    /** The settings of a kind; nothing where the agreement does not cover it. */
    public Optional<Document> of(DocumentKind kind) {
        return switch (kind) {
            case TEST -> Optional.of(test);
            case PROVISION -> Optional.of(provision);
            case NIL_NOTICE -> nilNotice.map(NilNotice::document);
            case INQUIRY, ANSWER, RESOLVED, CORRECTION -> Optional.empty();
        };
    }
}
