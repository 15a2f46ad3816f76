package com.ceoplatform.deploy.privacy;

import com.ceoplatform.deploy.home.LaunchFailure;
import com.ceoplatform.deploy.platform.DataOption;
import com.ceoplatform.deploy.service.PlatformService;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Forgets a person. */
@Command(
        name = "forget",
        mixinStandardHelpOptions = true,
        description = {
            "Closes the account of a person and takes away what they wrote and what was kept for them.",
            "Tasks, channels and the record of who changed what stay, under an id without a name. There is no way back."
        })
public final class ForgetCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final DataOption data = new DataOption();

    @Parameters(paramLabel = "EMAIL", description = "The person's address.")
    private String email = "";

    @Option(names = "--yes", description = "That this is meant.")
    private boolean meant;

    @Override
    public Integer call() throws InterruptedException {
        if (!meant) {
            throw new LaunchFailure("There is no way back; add --yes when it is meant.");
        }
        PlatformOperator operator = PlatformOperator.at(data);
        String id = operator.person(email).path("id").asString();
        if (id.equals(operator.ceo().userId())) {
            throw new LaunchFailure("The account that does this cannot forget itself.");
        }
        operator.ceo().delete("/users/" + id);
        for (PlatformService service : PersonalDataClient.KEEPERS) {
            show(service, erase(operator, service, id));
        }
        operator.ceo().patch("/users/" + id, nobody(id));
        spec.commandLine().getOut().println("Forgot " + email + "; what is left is under " + id + ".");
        return 0;
    }

    private static JsonNode erase(PlatformOperator operator, PlatformService service, String id)
            throws InterruptedException {
        try {
            return operator.services().erase(service, id);
        } catch (IOException e) {
            throw new LaunchFailure(
                    service.label() + " cannot be reached; run the command again: " + e.getMessage(), e);
        }
    }

    private void show(PlatformService service, JsonNode rows) {
        spec.commandLine().getOut().printf("  %-22s %s%n", service.label(), rows);
    }

    private static Map<String, @Nullable String> nobody(String id) {
        Map<String, @Nullable String> profile = new HashMap<>();
        profile.put("email", id + "@forgotten.invalid");
        profile.put("name", "Former colleague");
        profile.put("jobTitle", null);
        profile.put("department", null);
        return profile;
    }
}
