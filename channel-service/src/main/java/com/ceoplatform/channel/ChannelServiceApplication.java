package com.ceoplatform.channel;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Channels, members, relationships, files. */
@SpringBootApplication
public class ChannelServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(ChannelServiceApplication.class, arguments);
    }
}
