package com.ceoplatform.common.web.deadletter;

import com.ceoplatform.common.events.deadletter.DeadLetters;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Import;

/** Shows the dead letters of services that subscribe to events. */
@AutoConfiguration(afterName = "com.ceoplatform.common.events.subscription.SubscriptionAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBean(DeadLetters.class)
@Import(DeadLetterController.class)
class DeadLetterAutoConfiguration {}
