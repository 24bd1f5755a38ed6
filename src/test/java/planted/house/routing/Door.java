package planted.house.routing;

import org.apache.camel.Exchange;

/** Keeps the rules: routing is where Camel is known. */
public record Door(Exchange exchange) {}
