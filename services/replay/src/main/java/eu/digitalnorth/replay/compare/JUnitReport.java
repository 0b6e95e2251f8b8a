package eu.digitalnorth.replay.compare;

import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A comparison as JUnit's XML, which build servers show: a suite per topic, a failed case per
 * difference, and a case for what is equal.
 */
public final class JUnitReport {
  private JUnitReport() {}

  public static String of(Comparison comparison) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("testsuites");
      for (TopicCounts topic : comparison.topics()) {
        write(topic, comparison, xml);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("Text can always be written", e);
    }
    return text.append('\n').toString();
  }

  private static void write(TopicCounts topic, Comparison comparison, XMLStreamWriter xml)
      throws XMLStreamException {
    List<Difference> differences =
        comparison.differences().stream()
            .filter(difference -> difference.group().topic().equals(topic.topic()))
            .toList();
    xml.writeStartElement("testsuite");
    attribute(xml, "name", topic.topic());
    attribute(xml, "tests", Integer.toString(differences.size() + 1));
    attribute(xml, "failures", Integer.toString(differences.size()));
    xml.writeStartElement("testcase");
    attribute(xml, "classname", topic.topic());
    attribute(xml, "name", "%d recorded, %d replayed".formatted(topic.expected(), topic.actual()));
    xml.writeEndElement();
    for (Difference difference : differences) {
      write(difference, xml);
    }
    xml.writeEndElement();
  }

  private static void write(Difference difference, XMLStreamWriter xml) throws XMLStreamException {
    xml.writeStartElement("testcase");
    attribute(xml, "classname", difference.group().topic());
    attribute(xml, "name", difference.group().key() + ' ' + difference.type());
    xml.writeStartElement("failure");
    attribute(xml, "type", difference.kind());
    attribute(xml, "message", difference.kind() + ": " + difference.places());
    xml.writeCharacters(
        printable(
            difference.fields().stream()
                .map(
                    field ->
                        "%s%n  recorded %s%n  replayed %s"
                            .formatted(
                                field.path(),
                                TextReport.text(field.expected()),
                                TextReport.text(field.actual())))
                .collect(Collectors.joining("\n"))));
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static void attribute(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeAttribute(name, printable(value));
  }

  /** XML 1.0 has no control characters, not even escaped, and no half surrogates. */
  private static String printable(String text) {
    StringBuilder printable = new StringBuilder();
    text.codePoints()
        .map(
            c ->
                c == '\n'
                        || c == '\t'
                        || (c >= 0x20 && c < 0xd800)
                        || (c > 0xdfff && c != 0xfffe && c != 0xffff)
                    ? c
                    : 0xfffd)
        .forEach(printable::appendCodePoint);
    return printable.toString();
  }
}
