package com.ceoplatform.common.web.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.MethodParameter;
import org.springframework.format.support.DefaultFormattingConversionService;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

class QueryRecordResolverTests {

    private final DefaultFormattingConversionService conversions = new DefaultFormattingConversionService();
    private final QueryRecordResolver resolver = new QueryRecordResolver(() -> conversions);
    private final MockHttpServletRequest request = new MockHttpServletRequest();

    QueryRecordResolverTests() {
        conversions.addConverterFactory(new SnakeCaseEnums());
    }

    enum Colour {
        RED,
        DEEP_BLUE
    }

    @ParameterObject
    record Filter(
            @Nullable UUID owner,
            @Nullable List<Colour> colours,
            @Nullable Instant since,
            @Nullable String text) {}

    record Plain(String text) {}

    @Test
    void leavesOutWhatIsNotGiven() throws Exception {
        assertThat(resolved()).isEqualTo(new Filter(null, null, null, null));
    }

    @Test
    void readsEveryTypeFromText() throws Exception {
        UUID owner = UUID.fromString("0190f2d4-4a3b-7c1e-8a2b-1c2d3e4f5a6b");
        request.setParameter("owner", owner.toString());
        request.setParameter("since", "2027-03-05T17:00:00Z");
        request.setParameter("text", "plan & budget, 🚀");
        request.setParameter("unknown", "ignored");

        assertThat(resolved())
                .isEqualTo(new Filter(owner, null, Instant.parse("2027-03-05T17:00:00Z"), "plan & budget, 🚀"));
    }

    @Test
    void takesListsRepeatedOrSeparatedByCommas() throws Exception {
        request.setParameter("colours", "red,deep_blue");
        assertThat(resolved().colours()).containsExactly(Colour.RED, Colour.DEEP_BLUE);

        request.setParameter("colours", "deep_blue", "red");
        assertThat(resolved().colours()).containsExactly(Colour.DEEP_BLUE, Colour.RED);
    }

    @Test
    void namesTheParameterThatCannotBeRead() {
        request.setParameter("owner", "nobody");

        assertThatExceptionOfType(MethodArgumentTypeMismatchException.class)
                .isThrownBy(this::resolved)
                .satisfies(failure -> assertThat(failure.getName()).isEqualTo("owner"));
    }

    @Test
    void isForRecordsThatAreMarkedOnly() throws Exception {
        assertThat(resolver.supportsParameter(parameter("list", Filter.class))).isTrue();
        assertThat(resolver.supportsParameter(parameter("plain", Plain.class))).isFalse();
    }

    private Filter resolved() throws Exception {
        return (Filter)
                resolver.resolveArgument(parameter("list", Filter.class), null, new ServletWebRequest(request), null);
    }

    private static MethodParameter parameter(String method, Class<?> type) throws NoSuchMethodException {
        return new MethodParameter(QueryRecordResolverTests.class.getDeclaredMethod(method, type), 0);
    }

    @SuppressWarnings({"UnusedMethod", "UnusedVariable"})
    private void list(Filter filter) {}

    @SuppressWarnings({"UnusedMethod", "UnusedVariable"})
    private void plain(Plain plain) {}
}
