package jp.kakehashi.workbook;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;

/**
 * One part of a received package as XML events: no DTD, no entity but XML's own five, nothing fetched from outside, bounded depth.
 * Names are compared without their namespace, since Excel writes the same words in two (transitional and strict).
 */
final class Xml {

    private static final int DEEPEST = 32;

    private final Steps steps;
    private final XMLStreamReader reader;
    private int depth;

    Xml(InputStream part) throws Refusal {
        steps = new Steps(part);
        try {
            reader = factory().createXMLStreamReader(steps);
        } catch (XMLStreamException | RuntimeException e) {
            throw broken(e);
        }
    }

    /** A new one for each part: it remembers every name it has met, and a hostile part may have millions. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        return factory;
    }

    /** Moves to the next start or end of an element, or to the next text; false at the end of the part. */
    boolean next() throws Refusal {
        steps.begin();
        try {
            return advance();
        } catch (XMLStreamException | RuntimeException e) {
            throw broken(e);
        }
    }

    private static Refusal broken(Exception e) {
        if (e instanceof XMLStreamException xml && xml.getNestedException() instanceof InflatedParts.TooLarge) {
            return new Refusal(Reason.OUT_OF_BOUNDS, "展開後の大きさ", e);
        }
        return new Refusal(Reason.NOT_A_WORKBOOK, "XMLの構文", e);
    }

    private boolean advance() throws XMLStreamException, Refusal {
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > DEEPEST) {
                        throw new Refusal(Reason.OUT_OF_BOUNDS, "XMLの深さ");
                    }
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    return true;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    return true;
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new Refusal(Reason.NOT_A_WORKBOOK, "XMLの文書型宣言又は実体参照");
                default -> {}
            }
        }
        return false;
    }

    boolean opens(String name) {
        return reader.isStartElement() && reader.getLocalName().equals(name);
    }

    boolean closes(String name) {
        return reader.isEndElement() && reader.getLocalName().equals(name);
    }

    boolean isText() {
        return reader.hasText();
    }

    /** An attribute by its name without namespace; null when absent. */
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** The text at hand. */
    String text() {
        return reader.getText();
    }
}
