package com.ceoplatform.deploy.build;

import com.ceoplatform.deploy.home.LaunchFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The modules of a checkout as its poms name them. */
public final class ModuleGraph {

    private static final String GROUP = "com.ceoplatform";

    private final Map<String, Module> modules = new LinkedHashMap<>();

    private ModuleGraph() {}

    public static ModuleGraph read(Path root) {
        ModuleGraph graph = new ModuleGraph();
        Element pom = parse(root);
        graph.add(root, pom, text(pom, "version"));
        return graph;
    }

    public Module module(String artifactId) {
        Module module = modules.get(artifactId);
        if (module == null) {
            throw new LaunchFailure("The checkout has no module " + artifactId + ".");
        }
        return module;
    }

    /** The module and all it needs, directly or not. */
    Set<Module> withDependencies(Module module) {
        Set<Module> found = new LinkedHashSet<>();
        collect(module, found);
        return found;
    }

    private void collect(Module module, Set<Module> found) {
        if (found.add(module)) {
            module.dependsOn().stream().filter(modules::containsKey).forEach(name -> collect(module(name), found));
        }
    }

    private void add(Path directory, Element pom, String version) {
        String artifactId = text(pom, "artifactId");
        modules.put(artifactId, new Module(artifactId, directory, version, dependencies(pom)));
        for (Element list : children(pom, "modules")) {
            for (Element module : children(list, "module")) {
                Path child = directory.resolve(module.getTextContent().strip());
                add(child, parse(child), version);
            }
        }
    }

    private static List<String> dependencies(Element pom) {
        List<String> names = new ArrayList<>();
        for (Element list : children(pom, "dependencies")) {
            for (Element dependency : children(list, "dependency")) {
                if (text(dependency, "groupId").equals(GROUP)
                        && !text(dependency, "scope").equals("test")) {
                    names.add(text(dependency, "artifactId"));
                }
            }
        }
        return names;
    }

    private static Element parse(Path directory) {
        Path pom = directory.resolve("pom.xml");
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(pom.toFile()).getDocumentElement();
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new LaunchFailure("Cannot read " + pom + ": " + e.getMessage(), e);
        }
    }

    private static String text(Element parent, String name) {
        return children(parent, name).stream()
                .findFirst()
                .map(element -> element.getTextContent().strip())
                .orElse("");
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }
}
