package com.ceoplatform.deploy.bench;

import com.ceoplatform.deploy.client.ApiClient;
import java.net.URI;

/** One account of the load, logged in. */
record Person(String userId, String accessToken) {

    static Person login(URI gateway, String email, String password) throws InterruptedException {
        return of(ApiClient.login(gateway, email, password));
    }

    static Person of(ApiClient client) {
        return new Person(client.userId(), client.accessToken());
    }

    @Override
    public String toString() {
        return "Person[" + userId + "]";
    }
}
