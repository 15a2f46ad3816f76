package com.ceoplatform.task.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Every statement that the service prepares, by whichever library. */
public final class Statements {

    private static final int RUNS = 3;

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

    /** How many statements about tasks and meetings the work takes, which can be repeated. */
    public long of(Runnable work) {
        return LongStream.range(0, RUNS).map(run -> once(work)).min().orElseThrow();
    }

    /** The queries of the work about tasks and meetings, with numbered parameters. */
    public List<String> queriesOf(Runnable work) {
        prepared.clear();
        work.run();
        return prepared.stream()
                .filter(Statements::isOurs)
                .filter(sql -> sql.strip().toUpperCase(Locale.ROOT).startsWith("SELECT"))
                .map(Statements::numbered)
                .toList();
    }

    private static String numbered(String sql) {
        StringBuilder text = new StringBuilder();
        int number = 0;
        for (String part : sql.split("\\?", -1)) {
            text.append(number == 0 ? "" : "$" + number).append(part);
            number++;
        }
        return text.toString();
    }

    /** What the scheduler does just then adds to a run, and is not there in each of them. */
    private long once(Runnable work) {
        prepared.clear();
        work.run();
        return prepared.stream().filter(Statements::isOurs).count();
    }

    private static boolean isOurs(String sql) {
        return (sql.contains("task") || sql.contains("meeting"))
                && !sql.contains("scheduled_tasks")
                && !sql.contains("alarm_at");
    }
}
