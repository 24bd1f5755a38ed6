package jp.kakehashi.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kakehashi.workbook.Layout;

/**
 * One written agreement, checked when it was read.
 *
 * @param id the file's name without {@code .yaml}
 * @param digest SHA-256 of the file's bytes in hex; it stands in the record of every shipment
 * @param mode training or live
 * @param trainingHosts mail servers beside the machine's own that training may post to
 * @param filePrefix how file names begin
 * @param parties who sends to whom
 * @param legalBasis why
 * @param documents what, and until when
 * @param screening who stays out
 * @param source when the source's findings are held for a person
 * @param reasonText the legal words of the tenth item
 * @param release who sends together
 * @param passwords how passwords travel
 * @param zip how the parcel is encrypted
 * @param mail what the mail path allows
 * @param persons how many persons a year
 * @param clocks terms in days
 * @param retention how long records are kept
 * @param checklist the safeguards, with who settled them
 * @param inForce the days on which the written agreement holds, if it names any
 */
public record Agreement(
        String id,
        String digest,

        @Key("`training` (fictitious persons, everything marked 研修用) or `live`.")
        Mode mode,

        @Key("Mail servers, beside the machine's own, that training may post to. Default: none.")
        Optional<List<String>> trainingHosts,

        @Key("How file names begin: two words of 2 to 8 capital letters with a hyphen between.")
        String filePrefix,

        @Key("Who sends to whom.") Parties parties,
        @Key("Why the provision is lawful.") LegalBasis legalBasis,

        @Key("What may be sent, and when. A kind that is not here cannot be sent.")
        Documents documents,

        @Key("Who stays out.") Screening screening,

        @Key("The brake on mass change: when the findings of one reading are held for a person.")
        SourceRules source,

        @Key("The legal words of the tenth item, filled from the case's own dated events.")
        ReasonText reasonText,

        @Key("Who sends together, and for how long their release holds.")
        ReleaseRules release,

        @Key("How passwords travel.") PasswordRules passwords,
        @Key("How the outer zip is encrypted.") ZipRules zip,
        @Key("What the mail path allows.") MailRules mail,
        @Key("How many persons a fiscal year.") Persons persons,
        @Key("Terms in days.") Clocks clocks,
        @Key("How long records are kept. Required.") Retention retention,
        @Key("The ward's checklist of safeguards.") List<ChecklistLine> checklist,

        @Key(
                "Days on which the written agreement is in force; outside them ② waits. Default: no limit but the periods of the documents.")
        Optional<Period> inForce) {

    private static final String PASSWORD_NUMBER = "{passwordNumber} は、passwords.source が agreed-table のときだけ、必ず入れます";
    private static final String PASSWORD_NUMBER_EN =
            "holds {passwordNumber} if, and only if, passwords.source is agreed-table";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1");

    public Agreement {
        new Faults()
                .matches("file-prefix", filePrefix, "[A-Z]{2,8}-[A-Z]{2,8}", "SJK-NHI")
                .unless(
                        documents.test().letter().namesPassword() == passwords.fromTable(),
                        "documents.test.letter.body",
                        PASSWORD_NUMBER,
                        PASSWORD_NUMBER_EN)
                .unless(
                        documents.provision().letter().namesPassword() == passwords.fromTable(),
                        "documents.provision.letter.body",
                        PASSWORD_NUMBER,
                        PASSWORD_NUMBER_EN)
                .unless(
                        documents
                                .nilNotice()
                                .filter(notice -> notice.letter().namesPassword())
                                .isEmpty(),
                        "documents.nil-notice.letter.body",
                        "{passwordNumber} は使えません（添付ファイルがなく、パスワードはありません）",
                        "must not hold {passwordNumber}: nothing is attached that has one")
                .refuse();
    }

    /** The ten approved items. */
    public List<Item> items() {
        return legalBasis.items();
    }

    /**
     * The settings of one kind of document.
     *
     * @throws IllegalArgumentException where the agreement does not cover the kind
     */
    public Document document(DocumentKind kind) {
        return documents.of(kind).orElseThrow(() -> new IllegalArgumentException(id + " covers no " + kind));
    }

    /** Whether a document of this kind may be sent on this day. */
    public boolean covers(DocumentKind kind, LocalDate day) {
        return documents
                .of(kind)
                .map(Document::period)
                .filter(p -> p.covers(day))
                .isPresent();
    }

    /**
     * The layout of one workbook, marked 【研修用】 in training.
     *
     * @param kind a kind that the agreement covers
     * @param imprint what is printed on this one workbook
     */
    public Layout layout(DocumentKind kind, Imprint imprint) {
        document(kind);
        return new Sheet(this, kind).of(imprint);
    }

    /** The layout to hold a received workbook of a covered kind against; the lines above its table are its own. */
    public Layout expected(DocumentKind kind) {
        document(kind);
        return new Sheet(this, kind).expected();
    }

    /** The items in the order of the form's columns: of each row's cells, which is which. */
    public List<Item> columns() {
        return documents.form().columns().stream().map(FormColumn::item).toList();
    }

    /**
     * Whether a confirmation code is printed. Where the form has no place for it, control number and row count, told to a
     * person, stand in.
     */
    public boolean printsCode() {
        return documents.form().hasPlaceForCode();
    }

    /**
     * Whether ② waits for a confirmed test exchange.
     *
     * @param method how its parcel is encrypted: the weaker one is never used untried
     */
    public boolean needsTestExchange(ZipMethod method) {
        return method == ZipMethod.ZIPCRYPTO
                || documents.testExchange().orElse(Requirement.REQUIRED) == Requirement.REQUIRED;
    }

    /**
     * All that a test exchange tries, as one text: where documents go, how the parcel is encrypted, the form of the sheet.
     * Where it changes, an earlier test says nothing any more.
     */
    public String path(ZipMethod method) {
        return String.join(
                "\n",
                String.join(",", parties.recipients()),
                method.name(),
                documents.form().toString());
    }

    /** How the form writes the dates of an item. */
    public DateForm datesOf(Item item) {
        return documents.form().datesOf(item);
    }

    /** The name of workbook and parcel without extension, such as {@code SJK-NHI_02PROV_R8-001_20260601}. */
    public String fileStem(DocumentKind kind, String controlNumber, LocalDate on) {
        return "%s_%s_%s_%tY%<tm%<td".formatted(filePrefix, kind.code(), controlNumber, on);
    }

    /**
     * Whether mail under this agreement may be handed to a server: in training only to this machine or the hosts named
     * for it.
     */
    public boolean mayPostTo(String host) {
        return mode == Mode.LIVE
                || THIS_MACHINE.contains(host)
                || trainingHosts.orElse(List.of()).contains(host);
    }

    /** Whether the written agreement holds on this day. */
    public boolean holdsOn(LocalDate day) {
        return inForce.map(days -> days.covers(day)).orElse(true);
    }
}
