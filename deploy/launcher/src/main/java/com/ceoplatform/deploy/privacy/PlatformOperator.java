package com.ceoplatform.deploy.privacy;

import com.ceoplatform.deploy.client.ApiClient;
import com.ceoplatform.deploy.home.LaunchFailure;
import com.ceoplatform.deploy.home.Ports;
import com.ceoplatform.deploy.platform.DataOption;
import com.ceoplatform.deploy.platform.PlatformOptions;
import com.ceoplatform.deploy.service.ServiceEnvironment;
import com.ceoplatform.deploy.supervision.RunningState;
import java.net.URI;
import tools.jackson.databind.JsonNode;

/** The CEO's account at a running platform, which these commands work with. */
record PlatformOperator(ApiClient ceo, PersonalDataClient services) {

    static PlatformOperator at(DataOption data) throws InterruptedException {
        RunningState running = data.running();
        ApiClient ceo = ApiClient.login(
                URI.create(running.address()), ServiceEnvironment.CEO_EMAIL, PlatformOptions.passwordFromEnvironment());
        return new PlatformOperator(ceo, new PersonalDataClient(ceo, new Ports(running.basePort())));
    }

    /** The person as the directory shows them. */
    JsonNode person(String email) throws InterruptedException {
        for (JsonNode user :
                ceo.get("/users?q=" + ApiClient.encode(email) + "&limit=200").path("items")) {
            if (user.path("email").asString("").equalsIgnoreCase(email)) {
                return user;
            }
        }
        throw new LaunchFailure("Nobody has the address " + email + ".");
    }
}
