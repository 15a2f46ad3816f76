/** Figures over tasks, each in a constant number of queries. */
@NullMarked
package com.ceoplatform.task.report;

import org.jspecify.annotations.NullMarked;
