package com.ceoplatform.channel.localstore;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The XML of S3. Names are letters, digits, dashes and slashes, so nothing in them needs escaping. */
final class S3Documents {

    private static final String NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";

    private S3Documents() {}

    static String started(String name, String uploadId) {
        return document("InitiateMultipartUploadResult", object(name) + element("UploadId", uploadId));
    }

    static String completed(String name, String etag) {
        return document("CompleteMultipartUploadResult", object(name) + element("ETag", etag));
    }

    static String parts(String name, String uploadId, List<StoredPart> parts) {
        StringBuilder content = new StringBuilder(object(name))
                .append(element("UploadId", uploadId))
                .append(element("IsTruncated", "false"));
        for (StoredPart part : parts) {
            content.append(element(
                    "Part",
                    element("PartNumber", Integer.toString(part.number()))
                            + element("LastModified", part.modified().toString())
                            + element("ETag", '"' + part.etag() + '"')
                            + element("Size", Long.toString(part.size()))));
        }
        return document("ListPartsResult", content.toString());
    }

    static String error(String code, String message) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + element("Error", element("Code", code) + element("Message", message));
    }

    /** The parts of a {@code CompleteMultipartUpload} document: number and entity tag. */
    static Map<Integer, String> partsToComplete(byte[] xml) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            NodeList parts = factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml))
                    .getElementsByTagName("Part");
            Map<Integer, String> etags = new HashMap<>();
            for (int index = 0; index < parts.getLength(); index++) {
                Element part = (Element) parts.item(index);
                etags.put(
                        Integer.valueOf(text(part, "PartNumber")),
                        text(part, "ETag").replace("\"", ""));
            }
            if (etags.isEmpty()) {
                throw S3Refusal.invalid("No parts are named.");
            }
            return etags;
        } catch (SAXException | NumberFormatException damaged) {
            throw S3Refusal.invalid("The document cannot be read.");
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String text(Element parent, String name) throws S3Refusal {
        if (parent.getElementsByTagName(name).item(0) instanceof Element element) {
            return element.getTextContent().strip();
        }
        throw S3Refusal.invalid("A part has a number and an entity tag.");
    }

    private static String object(String name) {
        int slash = name.indexOf('/');
        return element("Bucket", name.substring(0, slash)) + element("Key", name.substring(slash + 1));
    }

    private static String document(String root, String content) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" + root + " xmlns=\"" + NAMESPACE + "\">" + content + "</"
                + root + ">";
    }

    private static String element(String name, String content) {
        return "<" + name + ">" + content + "</" + name + ">";
    }
}
