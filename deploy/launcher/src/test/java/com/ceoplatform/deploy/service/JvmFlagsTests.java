package com.ceoplatform.deploy.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.deploy.home.DataDirectory;
import com.ceoplatform.deploy.service.JvmFlags.Compiler;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class JvmFlagsTests {

    @Test
    void boundTheHeapAndEndAProcessThatIsOutOfMemory() {
        assertThat(flags(Compiler.C1))
                .contains(
                        "-Xmx256m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:+HeapDumpOnOutOfMemoryError",
                        "-XX:HeapDumpPath=/data/logs",
                        "--enable-native-access=ALL-UNNAMED");
    }

    @Test
    void chooseTheCompiler() {
        assertThat(flags(Compiler.C1)).contains("-XX:TieredStopAtLevel=1");
        assertThat(flags(Compiler.C2)).contains("-XX:TieredStopAtLevel=4");
    }

    private static List<String> flags(Compiler compiler) {
        return new JvmFlags(compiler).of(PlatformService.TASK, new DataDirectory(Path.of("/data")));
    }
}
