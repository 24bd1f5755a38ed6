package jp.kakehashi.parcel;

import net.lingala.zip4j.model.enums.EncryptionMethod;

/** How a parcel is encrypted. */
public enum Method {
    /** WinZip's AE-2: AES-256 with a MAC. The default; Windows' own Explorer opens it only from Windows 11 24H2 on. */
    AES_256(EncryptionMethod.AES),
    /** The old zip encryption: weak and without a MAC, but every Explorer opens it. Only by recorded decision. */
    ZIPCRYPTO(EncryptionMethod.ZIP_STANDARD);

    private final EncryptionMethod zip4j;

    Method(EncryptionMethod zip4j) {
        this.zip4j = zip4j;
    }

    EncryptionMethod zip4j() {
        return zip4j;
    }
}
