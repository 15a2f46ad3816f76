package com.ceoplatform.gateway.user;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The departments, which exist through their people. Blocks and so runs on virtual threads. */
@RestController
@Tag(name = "Users")
class DepartmentController {

    private final Departments departments;

    DepartmentController(Departments departments) {
        this.departments = departments;
    }

    /** All of them: an organisation has few. */
    record DepartmentList(List<Departments.Department> items) {}

    @GetMapping("/api/v1/departments")
    @Operation(summary = "The departments with their active people, by name")
    DepartmentList list() {
        return new DepartmentList(departments.all());
    }
}
