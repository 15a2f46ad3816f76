package com.ceoplatform.voice;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The voice command service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class VoiceServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(VoiceServiceApplication.class, arguments);
    }
}
