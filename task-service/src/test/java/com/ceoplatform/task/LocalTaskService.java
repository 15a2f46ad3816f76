package com.ceoplatform.task;

import com.ceoplatform.common.test.infrastructure.RealInfrastructure;
import org.springframework.boot.SpringApplication;

/** Starts the service for development, on PostgreSQL and Kafka of its own that end with it. */
class LocalTaskService {

    public static void main(String[] arguments) {
        SpringApplication.from(TaskServiceApplication::main)
                .with(RealInfrastructure.class)
                .run(arguments);
    }
}
