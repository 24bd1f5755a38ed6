/**
 * Who may do what, and until when: accounts, posts and roles with dates, sign-in, lock-out.
 *
 * <p>May use {@code register}, {@code vault}, {@code calendar}.
 */
package jp.kakehashi.people;
