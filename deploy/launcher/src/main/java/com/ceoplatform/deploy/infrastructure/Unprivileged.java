package com.ceoplatform.deploy.infrastructure;

import com.ceoplatform.deploy.home.Host;
import com.ceoplatform.deploy.home.LaunchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * How to run PostgreSQL, which refuses to run as root: as it is for an ordinary user; for root in a user namespace of its
 * own, where it is nobody but keeps the files of root; where namespaces are not allowed, as the user nobody.
 */
final class Unprivileged {

    private static final int NOBODY = 65_534;
    private static final List<String> NAMESPACE = List.of("unshare", "-U");
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

    private final List<String> prefix;

    private Unprivileged(List<String> prefix) {
        this.prefix = prefix;
    }

    static Unprivileged detect() throws InterruptedException {
        if (!Host.isRoot()) {
            return new Unprivileged(List.of());
        }
        if (succeeds(NAMESPACE, "true")) {
            return new Unprivileged(NAMESPACE);
        }
        if (succeeds(AS_NOBODY, "true")) {
            return new Unprivileged(AS_NOBODY);
        }
        throw new LaunchFailure("PostgreSQL does not run as root, and neither 'unshare -U' nor 'setpriv' works here; "
                + "run ./platform as an ordinary user.");
    }

    List<String> command(Path program, List<String> arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(program.toString());
        command.addAll(arguments);
        return command;
    }

    /** Makes the data directory the user's own and lets the user reach the program. */
    void give(Path data, Path program) throws InterruptedException {
        if (!prefix.equals(AS_NOBODY)) {
            return;
        }
        try {
            Path home = data.getParent();
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
            run(List.of("chown", "-R", NOBODY + ":" + NOBODY, data.toString()));
        } catch (IOException e) {
            throw new LaunchFailure("Cannot give " + data + " to the user nobody: " + e.getMessage(), e);
        }
        if (!succeeds(AS_NOBODY, "test", "-x", program.toString())
                || !succeeds(AS_NOBODY, "test", "-w", data.toString())) {
            throw new LaunchFailure("PostgreSQL has to run as the user nobody here, who cannot reach " + data
                    + "; choose a directory outside root's home with --data.");
        }
    }

    private static boolean succeeds(List<String> prefix, String... command) throws InterruptedException {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(List.of(command));
        try {
            return run(all) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static int run(List<String> command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
