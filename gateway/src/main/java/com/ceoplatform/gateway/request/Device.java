package com.ceoplatform.gateway.request;

import java.util.LinkedHashMap;
import java.util.Map;

/** Says in words what a {@code User-Agent} stands for, so that people recognise their devices. */
public final class Device {

    private static final String UNKNOWN = "Unknown device";

    /** The order matters: Edge claims to be Chrome, and Chrome to be Safari. */
    private static final Map<String, String> PROGRAMS = ordered(
            "Edg/", "Edge",
            "EdgA/", "Edge",
            "OPR/", "Opera",
            "Firefox/", "Firefox",
            "FxiOS/", "Firefox",
            "CriOS/", "Chrome",
            "Chrome/", "Chrome",
            "Safari/", "Safari",
            "curl/", "curl",
            "okhttp/", "App",
            "Java-http-client", "Java client");

    /** The order matters: Android claims to be Linux, and an iPhone to be like a Mac. */
    private static final Map<String, String> SYSTEMS = ordered(
            "iPhone", "iPhone",
            "iPad", "iPad",
            "Android", "Android",
            "Windows", "Windows",
            "Mac OS X", "Mac",
            "CrOS", "ChromeOS",
            "Linux", "Linux");

    private Device() {}

    public static String describe(String userAgent) {
        String program = first(PROGRAMS, userAgent);
        String system = first(SYSTEMS, userAgent);
        if (program.isEmpty()) {
            return system.isEmpty() ? UNKNOWN : system;
        }
        return system.isEmpty() ? program : program + " on " + system;
    }

    private static String first(Map<String, String> names, String userAgent) {
        return names.entrySet().stream()
                .filter(entry -> userAgent.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
