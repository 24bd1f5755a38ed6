package jp.kakehashi.house;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which rules of the office a test proves, by their ids in {@code house/office-rules.txt}. */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.METHOD)
public @interface OfficeRule {

    /** The ids. */
    String[] value();
}
