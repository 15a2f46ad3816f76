package com.ceoplatform.task.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Every statement that the service prepares, by whichever library. */
public final class Statements {

    private final Queue<String> prepared = new ConcurrentLinkedQueue<>();

    DataSource counting(DataSource source) {
        return new DelegatingDataSource(source) {
            @Override
            public Connection getConnection() throws SQLException {
                return listening(super.getConnection());
            }
        };
    }

    private Connection listening(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        prepared.add((String) arguments[0]);
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }

    /** How many statements about tasks the work takes; the consumers in the background have none of these. */
    public long of(Runnable work) {
        prepared.clear();
        work.run();
        return prepared.stream().filter(sql -> sql.contains("task")).count();
    }
}
