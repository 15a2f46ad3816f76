/** The demo organisation and how it is loaded through the REST API. */
@NullMarked
package com.ceoplatform.deploy.demo;

import org.jspecify.annotations.NullMarked;
