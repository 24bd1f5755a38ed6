/**
 * Seals one file into a zip with a password, and opens one that came in.
 *
 * <p>{@link jp.kakehashi.parcel.Parcels} is the one door. May use the JDK and zip4j, and no other package.
 */
package jp.kakehashi.parcel;
