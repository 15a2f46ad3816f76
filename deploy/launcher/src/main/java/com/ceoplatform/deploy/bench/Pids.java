package com.ceoplatform.deploy.bench;

import com.ceoplatform.deploy.supervision.RunningState;
import com.ceoplatform.deploy.supervision.RunningState.RunningProcess;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The processes that the supervisor wrote down; after a restart they are others. */
record Pids(Path state) {

    Map<String, Long> byName() {
        Map<String, Long> pids = new LinkedHashMap<>();
        for (RunningProcess process :
                RunningState.read(state).map(RunningState::processes).orElse(List.of())) {
            pids.put(process.name(), process.pid());
        }
        RunningState.read(state).ifPresent(running -> pids.put(ProcessUsage.SUPERVISOR, running.supervisorPid()));
        return pids;
    }
}
