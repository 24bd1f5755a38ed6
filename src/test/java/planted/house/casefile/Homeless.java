package planted.house.casefile;

import org.springframework.stereotype.Service;

/** Breaks the rule that a bean of the ward lives only in the ward. */
@Service
public final class Homeless {}
