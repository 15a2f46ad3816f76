package com.ceoplatform.channel.category;

import com.ceoplatform.common.json.Change;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A category to make.
 *
 * @param position among the others, counted from 0; the last one when left out
 */
record CategoryRequest(
        @NotBlank @Size(max = 80) String name,
        @Nullable @Min(0) @Max(10_000) Integer position) {

    /** What to change about a category; what is left out stays. */
    record Update(Change<String> name, Change<Integer> position) {}
}
