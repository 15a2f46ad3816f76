package com.ceoplatform.message;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Messages, threads, reactions and read state. */
@SpringBootApplication
public class MessageServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(MessageServiceApplication.class, arguments);
    }
}
