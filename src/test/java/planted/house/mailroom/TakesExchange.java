package planted.house.mailroom;

import org.apache.camel.Exchange;

/** Breaks the rule that a step takes records, never an exchange. */
public record TakesExchange(Exchange exchange) {}
