package jp.kakehashi.desk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import jp.kakehashi.people.Role;

/**
 * The signed-in person, as a parameter of a page: a {@code Person}, or the {@code Actor} in the first of these roles that
 * the person holds today. A {@link Place} says who may enter; this says who may do the one thing. Whoever holds none of
 * the roles is refused with 403.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@interface Holding {

    /** The roles that may; one of them is enough. */
    Role[] value();
}
