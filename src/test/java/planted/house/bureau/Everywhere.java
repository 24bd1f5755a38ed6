package planted.house.bureau;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Breaks the rule that a bean of the bureau lives only in the bureau. */
@Component
@Profile({"ward", "bureau"})
public final class Everywhere {}
