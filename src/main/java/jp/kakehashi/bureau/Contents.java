package jp.kakehashi.bureau;

import java.util.List;
import java.util.Optional;

/** The verdict on what is inside a parcel. */
sealed interface Contents {

    /**
     * Everything is as agreed.
     *
     * @param rows in the order of the agreed columns
     * @param confirmationCode where the form has a place for it
     */
    record Sound(List<List<String>> rows, Optional<String> confirmationCode) implements Contents {}

    /**
     * Nothing of it is believed.
     *
     * @param why the reason
     * @param place where in the file, in Japanese, without values
     * @param anotherTry whether other passwords may open it
     */
    record Unsound(Why why, String place, boolean anotherTry) implements Contents {}
}
