package com.ceoplatform.channel;

import com.ceoplatform.common.test.infrastructure.RealInfrastructure;
import org.springframework.boot.SpringApplication;

/** Starts the service for development, on PostgreSQL and Kafka of its own that end with it. */
class LocalChannelService {

    public static void main(String[] arguments) {
        SpringApplication.from(ChannelServiceApplication::main)
                .with(RealInfrastructure.class)
                .run(arguments);
    }
}
