package com.ceoplatform.deploy.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/** Tells cheaply whether a file was written since. */
public final class FileState {

    private FileState() {}

    /**
     * Size and time of the last change as the file system keeps it. The time of modification would not do: reproducible
     * builds set it to the same instant every time.
     */
    public static String of(Path file) throws IOException {
        FileTime changed = (FileTime) Files.getAttribute(file, "unix:ctime");
        return Files.size(file) + " " + changed;
    }
}
