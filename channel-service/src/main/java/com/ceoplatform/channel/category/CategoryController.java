package com.ceoplatform.channel.category;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.page.Cursor;
import com.ceoplatform.common.page.CursorPage;
import com.ceoplatform.common.page.PageLimit;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.common.web.request.Etags;
import com.ceoplatform.common.web.request.ExpectedVersion;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** REST of categories. */
@RestController
@RequestMapping("/api/v1/channel-categories")
@Tag(name = "Categories")
class CategoryController {

    private final CategoryService categories;

    CategoryController(CategoryService categories) {
        this.categories = requireNonNull(categories, "categories is null");
    }

    @GetMapping
    @Operation(summary = "The categories of the organisation, in their order", description = "Everybody sees them.")
    CursorPage<CategoryResponse> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return categories.list(PageLimit.of(limit), cursor == null ? null : Cursor.decode(cursor, 2));
    }

    @PostMapping
    @Operation(
            summary = "Create a category",
            description = "For the CEO and managers. Accepts Idempotency-Key. 403: forbidden. 409: category_exists."
                    + " 422: validation_failed.")
    ResponseEntity<CategoryResponse> create(
            @AuthenticationPrincipal Caller caller, @Valid @RequestBody CategoryRequest request) {
        CategoryResponse category = categories.create(caller, request);
        return Etags.created("/api/v1/channel-categories/" + category.id(), category, category.version());
    }

    @PatchMapping("/{id}")
    @Operation(
            summary = "Rename or move a category",
            description = "For the CEO and managers. What is left out stays. Accepts If-Match and Idempotency-Key."
                    + " 403: forbidden. 404: category_not_found. 409: category_exists. 412: stale_version.")
    ResponseEntity<CategoryResponse> update(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @Valid @RequestBody CategoryRequest.Update request,
            ExpectedVersion expected) {
        CategoryResponse category = categories.update(caller, id, request, expected);
        return Etags.ok(category, category.version());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Delete a category",
            description = "Its channels stay, without one. For the CEO and managers. Accepts If-Match. Emits"
                    + " channel.updated for each of its channels. 403: forbidden. 404: category_not_found. 412:"
                    + " stale_version.")
    void delete(@AuthenticationPrincipal Caller caller, @PathVariable UUID id, ExpectedVersion expected) {
        categories.delete(caller, id, expected);
    }
}
