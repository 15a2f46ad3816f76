package com.ceoplatform.common.test.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Watches the prepared statements of web requests; declare it as a static bean of the test. Queries are also explained, on
 * the same connection and with the same parameters, right before they run. What runs in the background is left out.
 */
public final class Statements implements BeanPostProcessor {

    private final String webThreads;
    private final List<String> plans = new CopyOnWriteArrayList<>();
    private volatile boolean watching;

    private Statements(String webThreads) {
        this.webThreads = webThreads;
    }

    /** Of a servlet service. */
    public Statements() {
        this("tomcat-handler");
    }

    /** Of a reactive service, whose blocking methods run on the executor of the application. */
    public static Statements ofReactiveService() {
        return new Statements("task-");
    }

    /** The plans of the queries that the requests of the work run, with their SQL first. */
    public synchronized List<String> plansOf(Runnable work) {
        plans.clear();
        watching = true;
        try {
            work.run();
        } finally {
            watching = false;
        }
        return List.copyOf(plans);
    }

    /** How many statements the requests of the work run. */
    public int countOf(Runnable work) {
        return plansOf(work).size();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? proxy(DataSource.class, source, this::onSource) : bean;
    }

    private interface Watch {
        @Nullable
        Object after(@Nullable Object result, Method method, @Nullable Object @Nullable [] arguments);
    }

    private @Nullable Object onSource(@Nullable Object result, Method method, @Nullable Object @Nullable [] arguments) {
        return result instanceof Connection connection
                ? proxy(
                        Connection.class,
                        connection,
                        (made, call, given) -> made instanceof PreparedStatement statement
                                        && given != null
                                        && given[0] instanceof String sql
                                ? watched(statement, sql, connection)
                                : made)
                : result;
    }

    private static <T> T proxy(Class<T> type, T target, Watch watch) {
        return type.cast(Proxy.newProxyInstance(
                Statements.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> watch.after(invoke(target, method, arguments), method, arguments)));
    }

    private PreparedStatement watched(PreparedStatement statement, String sql, Connection connection) {
        List<Setting> settings = new ArrayList<>();
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().startsWith("set") && arguments != null && arguments.length > 1) {
                settings.add(other -> invoke(other, method, arguments));
            } else if (method.getName().startsWith("execute") && isWatched()) {
                plans.add(sql + "\n" + plan(connection, sql, settings));
            }
            return invoke(statement, method, arguments);
        };
        return (PreparedStatement) Proxy.newProxyInstance(
                Statements.class.getClassLoader(), new Class<?>[] {PreparedStatement.class}, handler);
    }

    /** A parameter of a statement, to be set in another one too. */
    private interface Setting {
        @Nullable
        Object in(PreparedStatement other) throws Throwable;
    }

    private boolean isWatched() {
        return watching && Thread.currentThread().getName().startsWith(webThreads);
    }

    private static String plan(Connection connection, String sql, List<Setting> settings) throws Throwable {
        String start = sql.strip().toUpperCase(Locale.ROOT);
        if (!start.startsWith("SELECT") && !start.startsWith("WITH")) {
            return "";
        }
        try (PreparedStatement explain = connection.prepareStatement("EXPLAIN " + sql)) {
            for (Setting setting : settings) {
                setting.in(explain);
            }
            return lines(explain);
        }
    }

    private static String lines(PreparedStatement explain) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (ResultSet rows = explain.executeQuery()) {
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }

    private static @Nullable Object invoke(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause() == null ? failure : failure.getCause();
        }
    }
}
