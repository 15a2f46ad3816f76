package com.ceoplatform.notification.mail;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people find the platform.
 *
 * @param url of the gateway, as seen from outside; links in mail begin with it
 */
@ConfigurationProperties("platform.public")
record PublicAddress(@DefaultValue("http://localhost:8080") URI url) {

    String resolve(String path) {
        return url.toString().replaceAll("/+$", "") + path;
    }

    String host() {
        return url.getHost() == null ? "localhost" : url.getHost();
    }
}
