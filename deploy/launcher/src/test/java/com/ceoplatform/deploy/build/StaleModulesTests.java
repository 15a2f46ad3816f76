package com.ceoplatform.deploy.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceoplatform.deploy.home.LaunchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaleModulesTests {

    @TempDir
    private Path root;

    @BeforeEach
    void layOutACheckout() throws IOException {
        pom("", "parent", "<version>1.0</version>" + modules("common", "service", "other"));
        pom("common", "common", modules("library"));
        pom("common/library", "library", "");
        pom("service", "service", dependency("library", "compile") + dependency("other", "test"));
        pom("other", "other", "");
        for (String module : List.of("common/library", "service", "other")) {
            write(module + "/src/main/java/A.java", "class A {}");
        }
        build("service");
    }

    @Test
    void aModuleWithoutJarIsStale() throws IOException {
        Files.delete(module("service").jar());

        assertThat(isStale("service")).isTrue();
    }

    @Test
    void aModuleJustBuiltIsNot() {
        assertThat(isStale("service")).isFalse();
    }

    @Test
    void timeAloneDoesNotMatter() throws IOException {
        Files.setLastModifiedTime(root.resolve("service/src/main/java/A.java"), FileTime.from(Instant.EPOCH));

        assertThat(isStale("service")).isFalse();
    }

    @Test
    void aChangedSourceMakesItStaleAndChangingItBackDoesNot() throws IOException {
        write("service/src/main/java/A.java", "class A { int a; }");
        assertThat(isStale("service")).isTrue();

        write("service/src/main/java/A.java", "class A {}");
        assertThat(isStale("service")).isFalse();
    }

    @Test
    void aNewAndADeletedSourceMakeItStale() throws IOException {
        write("service/src/main/resources/a.yaml", "a: 1");
        assertThat(isStale("service")).isTrue();

        build("service");
        Files.delete(root.resolve("service/src/main/resources/a.yaml"));
        assertThat(isStale("service")).isTrue();
    }

    @Test
    void aChangeInAModuleItNeedsMakesItStale() throws IOException {
        write("common/library/src/main/java/A.java", "class A { int a; }");

        assertThat(isStale("service")).isTrue();
    }

    @Test
    void aChangeInTestsOrInWhatOnlyTestsNeedDoesNot() throws IOException {
        write("service/src/test/java/ATests.java", "class ATests {}");
        write("other/src/main/java/A.java", "class A { int a; }");

        assertThat(isStale("service")).isFalse();
    }

    @Test
    void aChangedParentMakesItStale() throws IOException {
        pom(
                "",
                "parent",
                "<version>1.0</version><description>new</description>" + modules("common", "service", "other"));

        assertThat(isStale("service")).isTrue();
    }

    @Test
    void aJarThatSomebodyElseBuiltIsStale() throws IOException {
        Files.writeString(module("service").jar(), "another jar");

        assertThat(isStale("service")).isTrue();
    }

    @Test
    void anUnknownModuleIsNamed() {
        assertThatThrownBy(() -> module("nonsense"))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("nonsense");
    }

    private boolean isStale(String name) {
        return !staleness().among(List.of(module(name))).isEmpty();
    }

    private void build(String name) throws IOException {
        Path jar = module(name).jar();
        Files.createDirectories(jar.getParent());
        Files.writeString(jar, "jar of " + name);
        staleness().markBuilt(module(name));
    }

    private StaleModules staleness() {
        return new StaleModules(root, ModuleGraph.read(root));
    }

    private Module module(String name) {
        return ModuleGraph.read(root).module(name);
    }

    private void pom(String directory, String artifactId, String more) throws IOException {
        write(directory + "/pom.xml", "<project><artifactId>%s</artifactId>%s</project>".formatted(artifactId, more));
    }

    private void write(String path, String content) throws IOException {
        Path file = root.resolve(path.replaceFirst("^/", ""));
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static String modules(String... names) {
        return "<modules><module>" + String.join("</module><module>", names) + "</module></modules>";
    }

    private static String dependency(String artifactId, String scope) {
        return """
                <dependencies><dependency><groupId>com.ceoplatform</groupId><artifactId>%s</artifactId>
                <scope>%s</scope></dependency></dependencies>""".formatted(artifactId, scope);
    }
}
