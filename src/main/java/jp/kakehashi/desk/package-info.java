/**
 * The web pages of both roles (業務画面): Japanese first, without script, nothing from elsewhere.
 *
 * <p>May use ward, bureau and base directly.
 *
 * <p>A new page: a controller and, as a bean, its {@code Place}, which puts it on the home page and says who may enter; a
 * template that hands its {@code main} to the fragment {@code layout :: page(title, content)}; its words in {@code
 * messages/}. A path that belongs to no place is closed to everybody. Who is signed in is the parameter
 * {@code @AuthenticationPrincipal SignedIn who}; {@code who.as(role)} is the {@code Actor}. What only some of those may do who may
 * enter asks for its role by {@code @Holding(role) Actor}.
 */
package jp.kakehashi.desk;
