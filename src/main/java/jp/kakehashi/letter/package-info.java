/**
 * Mail as paper: a record becomes the bytes that go out, and whatever bytes came in become facts and a sort.
 *
 * <p>May use no other package: it knows the JDK and Jakarta Mail only; no server, no ledger, no agreement.
 */
package jp.kakehashi.letter;
