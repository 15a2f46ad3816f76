package com.ceoplatform.deploy.demo;

import com.ceoplatform.deploy.client.ApiClient;
import com.ceoplatform.deploy.client.ApiException;
import com.ceoplatform.deploy.home.DataDirectory;
import com.ceoplatform.deploy.home.LaunchFailure;
import com.ceoplatform.deploy.home.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;

/** Loads the demo organisation once in the life of a data directory; a platform without it is still of use. */
public final class DemoStart {

    private DemoStart() {}

    public static void loadOnce(
            URI gateway, String ceoEmail, String password, DataDirectory data, Progress progress, Clock clock)
            throws InterruptedException {
        if (Files.exists(data.demoMarker())) {
            return;
        }
        try {
            ApiClient ceo = ApiClient.login(gateway, ceoEmail, password);
            new DemoLoader(ceo, ceoEmail, password, progress, clock).load();
            Files.writeString(data.demoMarker(), "Delete this file to have what is missing loaded again.\n");
        } catch (ApiException | LaunchFailure | UncheckedIOException e) {
            progress.say("The demo organisation is not complete; the next start goes on with it. " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + data.demoMarker(), e);
        }
    }
}
