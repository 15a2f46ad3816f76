package com.ceoplatform.deploy;

import com.ceoplatform.deploy.home.Progress;
import com.ceoplatform.deploy.platform.PlatformOptions;
import com.ceoplatform.deploy.service.ServiceEnvironment;
import java.net.URI;

/** What a newcomer needs once the platform runs. */
final class Welcome {

    private Welcome() {}

    static void show(URI address, PlatformOptions options, Progress progress) {
        progress.say("");
        progress.say("The platform is ready: " + address);
        progress.say("");
        progress.say("  Accounts   " + ServiceEnvironment.CEO_EMAIL + " (CEO)"
                + (options.demo() ? ", sarah.chen@example.com, mike.torres@example.com and others" : ""));
        progress.say("  Password   " + password(options));
        progress.say("  API        " + address + "/docs");
        progress.say("  Try        ./platform say " + data(options)
                + "\"Create a channel for the spring launch, add Sarah and Mike,"
                + " and give Sarah a task to write the content plan due Friday with high priority\"");
        progress.say("");
    }

    private static String password(PlatformOptions options) {
        return options.password().equals(PlatformOptions.DEFAULT_PASSWORD)
                ? PlatformOptions.DEFAULT_PASSWORD
                : "as set in " + PlatformOptions.PASSWORD_VARIABLE;
    }

    /** The commands look in the checkout unless they are told otherwise. */
    private static String data(PlatformOptions options) {
        return options.data().equals(options.root().defaultData()) ? "" : "--data " + options.data() + " ";
    }
}
