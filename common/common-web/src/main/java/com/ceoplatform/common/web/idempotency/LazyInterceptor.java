package com.ceoplatform.common.web.idempotency;

import java.util.function.Supplier;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/** Makes the real interceptor at the first call: advisors exist long before the beans that this one needs. */
class LazyInterceptor implements MethodInterceptor {

    private final SingletonSupplier<MethodInterceptor> target;

    LazyInterceptor(Supplier<MethodInterceptor> target) {
        this.target = SingletonSupplier.of(target);
    }

    @Override
    public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
        return target.obtain().invoke(invocation);
    }
}
