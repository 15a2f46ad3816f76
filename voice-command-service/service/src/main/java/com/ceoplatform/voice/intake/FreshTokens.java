package com.ceoplatform.voice.intake;

import com.ceoplatform.common.web.security.CallerAuthentication;
import com.ceoplatform.voice.command.Leases;
import com.ceoplatform.voice.credential.TokenVault;
import com.ceoplatform.voice.execution.CommandExecutor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Every request brings a valid token: with it, the speaker's commands that were waiting for one go on. */
@Component
class FreshTokens implements HandlerInterceptor, WebMvcConfigurer {

    private final Leases leases;
    private final CommandExecutor executor;
    private final TokenVault vault;

    FreshTokens(Leases leases, CommandExecutor executor, TokenVault vault) {
        this.leases = leases;
        this.executor = executor;
        this.vault = vault;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/v1/voice/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication caller) {
            leases.revive(caller.getPrincipal().id(), () -> vault.seal(caller.getCredentials())).stream()
                    .filter(leases::takeOver)
                    .forEach(executor::execute);
        }
        return true;
    }
}
