package com.ceoplatform.deploy.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ceoplatform.deploy.home.LaunchFailure;
import com.ceoplatform.deploy.home.OwnerOnly;
import com.ceoplatform.deploy.platform.DataOption;
import com.ceoplatform.deploy.service.PlatformService;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Hands out what the platform keeps of a person. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes everything that a running platform keeps of a person into a JSON file.")
public final class ExportCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final DataOption data = new DataOption();

    @Parameters(paramLabel = "EMAIL", description = "The person's address.")
    private String email = "";

    @Option(names = "--out", paramLabel = "FILE", description = "Where to. Default: EMAIL.json in this directory.")
    private @Nullable Path out;

    @Override
    public Integer call() throws InterruptedException {
        PlatformOperator operator = PlatformOperator.at(data);
        JsonNode person = operator.person(email);
        Path file = out != null ? out : Path.of(email + ".json");
        if (Files.exists(file)) {
            throw new LaunchFailure(file + " exists already.");
        }
        try {
            OwnerOnly.createFile(file);
            try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file))) {
                write(operator, person, stream);
            }
        } catch (IOException e) {
            throw new LaunchFailure("Cannot write " + file + ": " + e.getMessage(), e);
        }
        spec.commandLine().getOut().println("Wrote " + file + ".");
        return 0;
    }

    private void write(PlatformOperator operator, JsonNode person, OutputStream out)
            throws IOException, InterruptedException {
        text(out, "{\"profile\":" + person + ",\n\"signIns\":" + signIns(operator, person));
        for (PlatformService service : PersonalDataClient.KEEPERS) {
            text(out, ",\n\"" + service.label() + "\":");
            operator.services().export(service, person.path("id").asString(), out);
        }
        text(out, "}\n");
    }

    private static JsonNode signIns(PlatformOperator operator, JsonNode person) throws InterruptedException {
        return operator.ceo()
                .get("/audit?limit=200&userId=" + person.path("id").asString())
                .path("items");
    }

    private static void text(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(UTF_8));
    }
}
