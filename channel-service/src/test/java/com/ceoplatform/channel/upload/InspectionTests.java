package com.ceoplatform.channel.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceoplatform.channel.file.FileSettings;
import com.ceoplatform.channel.testing.Uploader;
import com.ceoplatform.common.error.DomainException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.tika.mime.MediaType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class InspectionTests {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13};
    private static final byte[] WINDOWS_PROGRAM = ("MZ" + "\0".repeat(58) + "@\0\0\0PE\0\0").getBytes(UTF_8);

    private final Inspection inspection = new Inspection(
            new Binder(new MapConfigurationPropertySource()).bindOrCreate("platform.files", FileSettings.class));

    @Test
    void believesTheBytesAndNotTheName() {
        assertThat(type(PNG, "song.mp3")).isEqualTo("image/png");
        assertThat(type("%PDF-1.7\n".getBytes(UTF_8), "photo.jpg")).isEqualTo("application/pdf");
        assertThat(type(WINDOWS_PROGRAM, "invoice.pdf")).startsWith("application/x-");
        assertThat(type("just text".getBytes(UTF_8), "notes")).isEqualTo("text/plain");
    }

    @Test
    void tellsKindsOfZipApartByTheirName() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("a"));
        }

        assertThat(type(bytes.toByteArray(), "plan.docx")).endsWith("wordprocessingml.document");
        assertThat(type(bytes.toByteArray(), "plan.zip")).isEqualTo("application/zip");
    }

    @ParameterizedTest
    @CsvSource({
        "notes.txt, just text, text/plain",
        "notes.txt, just text, text/csv",
        "notes.txt, just text, application/octet-stream",
        "notes.txt, just text,",
        "notes.txt, just text, application/x-of-a-maker-nobody-knows",
        "notes.txt, just text, no media type at all",
        "page.html, <html><body>x</body></html>, text/plain",
        "page.html, <html><body>x</body></html>, text/html; charset=utf-8",
        "data.json, {}, application/json"
    })
    void acceptsWhatFitsWhatWasAnnounced(String name, String content, @Nullable String declared) {
        require(content.getBytes(UTF_8), name, declared);
    }

    @Test
    void refusesWhatIsSomethingElse() {
        assertRefused("file_type_mismatch", "<html><body>x</body></html>".getBytes(UTF_8), "a.png", "image/png");
        assertRefused("file_type_mismatch", PNG, "a.pdf", "application/pdf");
    }

    @Test
    void refusesPrograms() {
        assertRefused("file_type_refused", WINDOWS_PROGRAM, "invoice.pdf", null);
        assertRefused("file_type_refused", ("\u007fELF" + "\0".repeat(60)).getBytes(UTF_8), "a", null);
        assertRefused("file_type_refused", "#!/bin/sh\nrm -rf /\n".getBytes(UTF_8), "a.txt", "text/plain");
    }

    @Test
    void refusesOtherBytesThanWereAnnounced() {
        Inspection.Finding finding = look(PNG, "a.png");

        assertThat(finding.sha256()).isEqualTo(Uploader.sha256(PNG));
        assertThatThrownBy(() -> inspection.require(finding, PNG.length + 1, finding.sha256(), null))
                .extracting("code")
                .isEqualTo("checksum_mismatch");
        assertThatThrownBy(() -> inspection.require(finding, PNG.length, "0".repeat(64), null))
                .extracting("code")
                .isEqualTo("checksum_mismatch");
    }

    private void assertRefused(String code, byte[] content, String name, @Nullable String declared) {
        assertThatThrownBy(() -> require(content, name, declared))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private void require(byte[] content, String name, @Nullable String declared) {
        inspection.require(look(content, name), content.length, Uploader.sha256(content), declared);
    }

    private String type(byte[] content, String name) {
        MediaType type = look(content, name).type();
        return type.toString();
    }

    private Inspection.Finding look(byte[] content, String name) {
        try {
            return inspection.look(new ByteArrayInputStream(content), name);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
