package com.ceoplatform.voice;

import com.ceoplatform.common.test.infrastructure.RealInfrastructure;
import org.springframework.boot.SpringApplication;

/** Starts the service for development, on PostgreSQL and Kafka of its own that end with it. */
class LocalVoiceService {

    public static void main(String[] arguments) {
        SpringApplication.from(VoiceServiceApplication::main)
                .with(RealInfrastructure.class)
                .run(arguments);
    }
}
