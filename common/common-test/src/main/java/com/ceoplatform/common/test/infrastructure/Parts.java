package com.ceoplatform.common.test.infrastructure;

/** The ways to bring up what tests need. */
interface Parts {

    Database startDatabase();

    String startKafka();

    Infrastructure.RedisAddress startRedis();

    record Database(String url, String superuser, String password) {}
}
