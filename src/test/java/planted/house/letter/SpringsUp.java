package planted.house.letter;

import org.springframework.stereotype.Component;

/** Breaks the rule for paper: a format knows no container. */
@Component
public final class SpringsUp {}
