package jp.kakehashi.shipment;

import java.util.Optional;

/**
 * What the telephone call needs (電話連絡票).
 *
 * @param controlNumber 送付番号
 * @param fileName the zip's name
 * @param rows how many rows
 * @param telephone the number on file, the only one to dial
 * @param passwordNumber which pair of the agreed table they are; none where they were generated
 * @param zipPassword password 1
 * @param workbookPassword password 2
 * @param confirmationCode the four digits the recipient reads back from inside the workbook; none where the form has no place for it
 */
public record PasswordSlip(
        String controlNumber,
        String fileName,
        int rows,
        String telephone,
        Optional<String> passwordNumber,
        String zipPassword,
        String workbookPassword,
        Optional<String> confirmationCode) {

    @Override
    public String toString() {
        return "PasswordSlip[" + controlNumber + "]";
    }
}
