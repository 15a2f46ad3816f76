package com.ceoplatform.gateway.account;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** The account that an empty installation begins with. */
@Validated
@ConfigurationProperties("platform.bootstrap")
record BootstrapSettings(@Valid @DefaultValue Ceo ceo) {

    /** Everybody can read this one in the documentation. */
    static final String DEMO_PASSWORD = "correct-horse-demo";

    record Ceo(
            @NotBlank @DefaultValue("ceo@example.com") String email,
            @NotBlank @DefaultValue(DEMO_PASSWORD) String password,
            @NotBlank @DefaultValue("Chief Executive") String name) {

        @Override
        public String toString() {
            return "Ceo[" + email + "]";
        }
    }
}
