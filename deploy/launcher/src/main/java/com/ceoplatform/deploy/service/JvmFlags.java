package com.ceoplatform.deploy.service;

import com.ceoplatform.deploy.home.DataDirectory;
import java.util.List;

/** The flags of a service's JVM; training and run must agree on the layout of objects, so all come from here. */
record JvmFlags(Compiler compiler) {

    /** Which just-in-time compilers a service uses. */
    enum Compiler {
        /** The quick one alone: starts in half the CPU time. */
        C1,
        /** Both: faster once warm. */
        C2
    }

    private static final String VARIABLE = "PLATFORM_JIT";

    /** From {@code PLATFORM_JIT} ({@code c1} or {@code c2}); the quick compiler alone by default. */
    static JvmFlags fromEnvironment() {
        return new JvmFlags("c2".equalsIgnoreCase(System.getenv(VARIABLE)) ? Compiler.C2 : Compiler.C1);
    }

    List<String> of(PlatformService service, DataDirectory data) {
        return List.of(
                "-Xms48m",
                "-Xmx" + service.maxHeapMegabytes() + "m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:TieredStopAtLevel="
                        + switch (compiler) {
                            case C1 -> "1";
                            case C2 -> "4";
                        },
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+HeapDumpOnOutOfMemoryError",
                "-XX:HeapDumpPath=" + data.logs(),
                "--enable-native-access=ALL-UNNAMED");
    }
}
