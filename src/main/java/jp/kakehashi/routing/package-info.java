/**
 * Where the routes meet the program: the only package that knows Apache Camel.
 *
 * <p>May use directly: named methods of the others.
 */
package jp.kakehashi.routing;
