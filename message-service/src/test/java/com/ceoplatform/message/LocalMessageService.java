package com.ceoplatform.message;

import com.ceoplatform.common.test.infrastructure.RealInfrastructure;
import org.springframework.boot.SpringApplication;

/** Starts the service for development, on PostgreSQL and Kafka of its own that end with it. */
class LocalMessageService {

    public static void main(String[] arguments) {
        SpringApplication.from(MessageServiceApplication::main)
                .with(RealInfrastructure.class)
                .run(arguments);
    }
}
