/**
 * Everything secret at rest: the key file, encryption of what the ledger keeps, keyed digests for look-up, signatures, and the
 * passwords of parcels.
 *
 * <p>May use no other package of the house. The cryptography is Google Tink's.
 */
package jp.kakehashi.vault;
