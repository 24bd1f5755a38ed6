/** Programs from outside this repository that tests ask for a second opinion. */
package jp.kakehashi.outside;
