/**
 * The receiving office's tool: opens what arrives, checks it, keeps the list, acknowledges.
 *
 * <p>May use directly: the paper packages and the base packages. Nothing of the ward's uses it: the two meet by mail
 * only.
 */
package jp.kakehashi.bureau;
