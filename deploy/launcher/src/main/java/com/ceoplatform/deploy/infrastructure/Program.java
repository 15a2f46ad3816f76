package com.ceoplatform.deploy.infrastructure;

import com.ceoplatform.deploy.home.LaunchFailure;
import com.ceoplatform.deploy.home.Trees;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks programs that come inside Maven artifacts; what is there already in the same version is left alone. */
final class Program {

    private static final String STAMP = ".unpacked-from";
    private static final int OWNER_MAY_EXECUTE = 0100;

    private Program() {}

    /** Unpacks a {@code .txz} from the class path into the directory. */
    static void unpackTarXz(String resource, Path directory) {
        unpack(resource, directory, (input, next) -> {
            try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(input))) {
                extractAll(tar, next);
            }
        });
    }

    /** Copies one executable from the class path into the directory, under the name given. */
    static void unpackExecutable(String resource, Path directory, String name) {
        unpack(resource, directory, (input, next) -> {
            Files.copy(input, next.resolve(name));
            makeExecutable(next.resolve(name));
        });
    }

    private static void unpack(String resource, Path directory, Unpacking unpacking) {
        URL source = Program.class.getResource("/" + resource);
        if (source == null) {
            throw new LaunchFailure(resource + " is not on the class path of the launcher.");
        }
        try {
            String identity = identity(source);
            Path stamp = directory.resolve(STAMP);
            if (Files.exists(stamp) && Files.readString(stamp).equals(identity)) {
                return;
            }
            Path next = directory.resolveSibling(directory.getFileName() + ".new");
            Trees.delete(next);
            Files.createDirectories(next);
            try (InputStream input = new BufferedInputStream(source.openStream())) {
                unpacking.into(input, next);
            }
            Files.writeString(next.resolve(STAMP), identity);
            Trees.delete(directory);
            Files.move(next, directory);
        } catch (IOException e) {
            throw new LaunchFailure("Cannot unpack " + resource + " into " + directory + ": " + e.getMessage(), e);
        }
    }

    private static String identity(URL source) throws IOException {
        URLConnection connection = source.openConnection();
        if (connection instanceof JarURLConnection jar) {
            return jar.getEntryName() + " " + Long.toHexString(jar.getJarEntry().getCrc());
        }
        return source.getPath() + " " + connection.getContentLengthLong();
    }

    private static void extractAll(TarArchiveInputStream tar, Path directory) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path target = directory.resolve(entry.getName()).normalize();
            if (!target.startsWith(directory)) {
                throw new IOException("entry outside the archive: " + entry.getName());
            }
            extract(tar, entry, target);
        }
    }

    private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0) {
            makeExecutable(target);
        }
    }

    private static void makeExecutable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Fills an empty directory from the bytes of an archive. */
    private interface Unpacking {
        void into(InputStream input, Path directory) throws IOException;
    }
}
