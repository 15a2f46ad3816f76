package com.ceoplatform.deploy.service;

import com.ceoplatform.deploy.home.DataDirectory;
import com.ceoplatform.deploy.home.Ports;
import com.ceoplatform.deploy.home.Secrets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The configuration of a service, which reaches it by environment variables. */
public record ServiceEnvironment(
        DataDirectory data,
        Ports ports,
        String bindAddress,
        Secrets secrets,
        String ceoPassword,
        Path speechModel,
        Map<PlatformService, Map<String, String>> replaced) {

    public static final String CEO_EMAIL = "ceo@example.com";
    public static final String CEO_NAME = "Alex Morgan";
    public static final String DATABASE = "platform";

    private static final String LOOPBACK = "127.0.0.1";

    public ServiceEnvironment(
            DataDirectory data,
            Ports ports,
            String bindAddress,
            Secrets secrets,
            String ceoPassword,
            Path speechModel) {
        this(data, ports, bindAddress, secrets, ceoPassword, speechModel, Map.of());
    }

    public Map<String, String> of(PlatformService service) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("SERVER_PORT", Integer.toString(service.port(ports)));
        variables.put("SERVER_ADDRESS", service == PlatformService.GATEWAY ? bindAddress : LOOPBACK);
        variables.put("PLATFORM_SECURITY_JWK_SET_URI", address(PlatformService.GATEWAY) + "/.well-known/jwks.json");
        variables.put("PLATFORM_PUBLIC_URL", address(PlatformService.GATEWAY));
        for (PlatformService other : PlatformService.values()) {
            variables.put(other.addressVariable(), address(other));
        }
        variables.put("PLATFORM_KAFKA_BOOTSTRAP", LOOPBACK + ":" + ports.kafka());
        variables.put("PLATFORM_REDIS_HOST", LOOPBACK);
        variables.put("PLATFORM_REDIS_PORT", Integer.toString(ports.redis()));
        variables.put("PLATFORM_REDIS_PASSWORD", secrets.redis());
        service.databaseRole().ifPresent(role -> putDatabase(variables, role));
        putOwn(variables, service);
        // Native allocators keep an arena per thread otherwise, which costs memory and gains nothing here.
        variables.put("MALLOC_ARENA_MAX", "2");
        variables.putAll(replaced.getOrDefault(service, Map.of()));
        return variables;
    }

    /** Where the service answers from this machine. */
    public String address(PlatformService service) {
        return service.address(bindAddress, ports);
    }

    private void putDatabase(Map<String, String> variables, String role) {
        variables.put(
                "PLATFORM_DATABASE_URL", "jdbc:postgresql://" + LOOPBACK + ":" + ports.postgres() + "/" + DATABASE);
        variables.put("PLATFORM_DATABASE_USER", role);
        variables.put("PLATFORM_DATABASE_PASSWORD", secrets.databaseRole(role));
        variables.put("PLATFORM_RELAY_USER", "relay");
        variables.put("PLATFORM_RELAY_PASSWORD", secrets.databaseRole("relay"));
    }

    private void putOwn(Map<String, String> variables, PlatformService service) {
        switch (service) {
            case GATEWAY -> {
                variables.put(
                        "PLATFORM_SECURITY_KEYS_DIRECTORY", data.signingKeys().toString());
                variables.put("PLATFORM_SERVICES_STORAGE", "http://" + LOOPBACK + ":" + ports.storage());
                variables.put("PLATFORM_BOOTSTRAP_CEO_EMAIL", CEO_EMAIL);
                variables.put("PLATFORM_BOOTSTRAP_CEO_NAME", CEO_NAME);
                variables.put("PLATFORM_BOOTSTRAP_CEO_PASSWORD", ceoPassword);
            }
            case CHANNEL -> {
                variables.put("PLATFORM_STORAGE_DIRECTORY", data.files().toString());
                variables.put("PLATFORM_STORAGE_PORT", Integer.toString(ports.storage()));
            }
            case VOICE -> variables.put("PLATFORM_SPEECH_MODEL_DIRECTORY", speechModel.toString());
            case TASK, MESSAGE, NOTIFICATION, REALTIME -> {
                // nothing beyond what all services have
            }
        }
    }
}
