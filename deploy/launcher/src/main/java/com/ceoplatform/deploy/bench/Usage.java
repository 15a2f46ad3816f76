package com.ceoplatform.deploy.bench;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a scenario took from the machine.
 *
 * @param serverCores of all processes of the platform together
 * @param serverMegabytes the same, at the end
 * @param clientCores of this program
 */
record Usage(double serverCores, long serverMegabytes, double clientCores, Map<String, OfProcess> processes) {

    /** One process: CPU time per time, and memory at the end. */
    record OfProcess(double cores, long megabytes) {}

    static Usage of(Map<String, OfProcess> all) {
        Map<String, OfProcess> processes = new TreeMap<>(all);
        OfProcess client = processes.remove(ProcessUsage.CLIENT);
        return new Usage(
                processes.values().stream().mapToDouble(OfProcess::cores).sum(),
                processes.values().stream().mapToLong(OfProcess::megabytes).sum(),
                client == null ? 0 : client.cores(),
                processes);
    }
}
