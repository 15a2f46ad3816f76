/** A language model beside the grammar: asked last, believed little. */
@NullMarked
package com.ceoplatform.voice.model;

import org.jspecify.annotations.NullMarked;
