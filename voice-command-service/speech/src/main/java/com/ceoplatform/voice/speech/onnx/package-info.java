/** What every model that runs on ONNX Runtime needs. */
@NullMarked
package com.ceoplatform.voice.speech.onnx;

import org.jspecify.annotations.NullMarked;
