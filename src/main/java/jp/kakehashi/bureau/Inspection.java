package jp.kakehashi.bureau;

import java.io.UncheckedIOException;
import java.util.List;
import jp.kakehashi.agreement.Agreement;
import jp.kakehashi.agreement.Imprint;
import jp.kakehashi.agreement.ZipMethod;
import jp.kakehashi.parcel.Opened.Content;
import jp.kakehashi.parcel.Opened.Unopenable;
import jp.kakehashi.parcel.Parcels;
import jp.kakehashi.workbook.Opened.Read;
import jp.kakehashi.workbook.Opened.Unreadable;
import jp.kakehashi.workbook.Workbooks;

/**
 * Opens a parcel and holds what is in it against the agreement:
 *
 * <ol>
 *   <li>The zip opens, and its every byte is authentic.
 *   <li>It holds one workbook, named like itself.
 *   <li>The workbook opens, is authentic, and keeps the agreed layout.
 *   <li>Every row keeps the agreed forms, and there are as many as the mail announced.
 * </ol>
 */
final class Inspection {

    private static final String NAME_ENDING = ".xlsx";

    private final Parcel parcel;
    private final Agreement agreement;

    Inspection(Parcel parcel, Agreement agreement) {
        this.parcel = parcel;
        this.agreement = agreement;
    }

    /** Whatever the parcel holds ends in a value; only our own disk can fail. */
    Contents of(ParcelTable.Secrets secrets) {
        try {
            return unzip(secrets);
        } catch (UncheckedIOException e) {
            throw e;
        } catch (RuntimeException e) {
            // What the libraries stumble over is no sound file. Their words are left out: they may quote it.
            return new Contents.Unsound(Why.UNREADABLE, e.getClass().getSimpleName(), false);
        }
    }

    private Contents unzip(ParcelTable.Secrets secrets) {
        char[] password = secrets.zipPassword().toCharArray();
        var opened = Parcels.open(secrets.content(), password, jp.kakehashi.parcel.Bounds.OF_A_MAIL);
        if (opened instanceof Unopenable unopenable) {
            return refused(unopenable);
        }
        Content content = (Content) opened;
        return content.name().equals(parcel.stem() + NAME_ENDING)
                ? read(content.bytes(), secrets.workbookPassword().toCharArray())
                : new Contents.Unsound(Why.NAME_DIFFERS, "", false);
    }

    private Contents read(byte[] workbook, char[] password) {
        var opened = Workbooks.read(
                workbook, password, agreement.expected(parcel.kind()), jp.kakehashi.workbook.Bounds.OF_A_MAIL);
        return opened instanceof Read read ? check(read) : refused((Unreadable) opened);
    }

    private Contents check(Read read) {
        List<String> troubles = new RowCheck(agreement, parcel.kind()).troubles(read.rows());
        if (!troubles.isEmpty()) {
            return new Contents.Unsound(Why.INVALID_VALUES, String.join("、", troubles), false);
        }
        int found = read.rows().size();
        return parcel.rowsTold().orElse(found) == found
                ? new Contents.Sound(read.rows(), Imprint.codeIn(read.titleRows()))
                : new Contents.Unsound(
                        Why.ROW_COUNT_DIFFERS,
                        "メール %d件、ファイル %d件".formatted(parcel.rowsTold().orElseThrow(), found),
                        false);
    }

    private Contents refused(Unopenable zip) {
        String place = place("ZIPファイル", zip.reason().label(), zip.where());
        return switch (zip.reason()) {
            case WRONG_PASSWORD -> new Contents.Unsound(Why.WRONG_PASSWORD, "ZIPファイルのパスワード", true);
            // The old cipher cannot tell a wrong password from a damaged file.
            case TAMPERED ->
                new Contents.Unsound(Why.TAMPERED, place, agreement.zip().agrees(ZipMethod.ZIPCRYPTO));
            default -> new Contents.Unsound(Why.UNREADABLE, place, false);
        };
    }

    private static Contents refused(Unreadable workbook) {
        String place = place("Excelブック", workbook.reason().label(), workbook.where());
        return switch (workbook.reason()) {
            case WRONG_PASSWORD -> new Contents.Unsound(Why.WRONG_PASSWORD, "Excelブックのパスワード", true);
            case TAMPERED -> new Contents.Unsound(Why.TAMPERED, place, false);
            case LAYOUT -> new Contents.Unsound(Why.LAYOUT, workbook.where(), false);
            default -> new Contents.Unsound(Why.UNREADABLE, place, false);
        };
    }

    private static String place(String file, String reason, String where) {
        return where.isEmpty() ? file + "：" + reason : file + "：" + reason + "（" + where + "）";
    }
}
