package com.ceoplatform.task.report;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;

/** Which tasks a report is about; conditions that are given must all hold. Query parameters of every report. */
@ParameterObject
record ReportScope(
        @Parameter(description = "Tasks of this channel") @Nullable
        UUID channelId,

        @Parameter(description = "Tasks that people of this department are assigned to or created") @Nullable
        String department,

        @Parameter(description = "Tasks this person is assigned to") @Nullable
        UUID userId) {}
