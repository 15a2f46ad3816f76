package com.ceoplatform.channel.file;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What files may be.
 *
 * @param maxSize of one file
 * @param partSize of all parts of an upload but the last; S3 wants 5 MB at least
 * @param refusedTypes media types that nobody may upload, and everything that is a kind of one of them
 */
@ConfigurationProperties("platform.files")
public record FileSettings(
        @DefaultValue("100MB") DataSize maxSize,
        @DefaultValue("8MB") DataSize partSize,

        @DefaultValue({
            "application/x-dosexec",
            "application/x-msdownload",
            "application/x-elf",
            "application/x-mach-o",
            "application/java-vm",
            "application/java-archive",
            "application/x-sh",
            "application/x-ms-installer",
            "application/x-bat"
        })
        List<String> refusedTypes) {

    public FileSettings {
        refusedTypes = List.copyOf(refusedTypes);
    }
}
