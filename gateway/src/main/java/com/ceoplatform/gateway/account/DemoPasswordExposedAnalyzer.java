package com.ceoplatform.gateway.account;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one line, without a stack trace, why the gateway does not start. */
class DemoPasswordExposedAnalyzer extends AbstractFailureAnalyzer<DemoPasswordExposed> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DemoPasswordExposed cause) {
        return new FailureAnalysis(
                cause.getMessage(), "Set PLATFORM_BOOTSTRAP_CEO_PASSWORD, or bind to 127.0.0.1.", cause);
    }
}
