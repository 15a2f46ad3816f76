/** The seven services: unpacking, start-up cache, environment and readiness. */
@NullMarked
package com.ceoplatform.deploy.service;

import org.jspecify.annotations.NullMarked;
