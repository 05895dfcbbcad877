package app.counterfoil.hub.shell;

import app.counterfoil.hub.shell.NotUsable.Field;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Reads out of the framework's exceptions which fields could not be used, and what each wants; never what was typed. */
final class ReadAsTyped {

    private ReadAsTyped() {}

    /** The fields that were wrong; empty if it was something else. */
    static List<Field> fields(Exception error) {
        if (error instanceof NotUsable known) {
            return known.fields();
        }
        if (error instanceof BindException several) {
            return several.getFieldErrors().stream().map(ReadAsTyped::field).toList();
        }
        if (error instanceof MissingRequestHeaderException missing) {
            return List.of(new Field(missing.getHeaderName(), "It is missing: send it."));
        }
        if (error instanceof MissingServletRequestParameterException missing) {
            return List.of(new Field(missing.getParameterName(), "It is missing: fill it in."));
        }
        if (error instanceof MethodArgumentTypeMismatchException one) {
            return List.of(new Field(one.getName(), wants(one)));
        }
        if (error instanceof TypeMismatchException one) {
            return List.of(new Field(Objects.requireNonNullElse(one.getPropertyName(), "value"), wants(one)));
        }
        if (error instanceof HandlerMethodValidationException several) {
            return several.getParameterValidationResults().stream()
                    .map(result -> new Field(
                            Objects.requireNonNullElse(
                                    result.getMethodParameter().getParameterName(), "value"),
                            result.getResolvableErrors().stream()
                                    .map(each -> Objects.requireNonNullElse(each.getDefaultMessage(), ""))
                                    .collect(Collectors.joining(" "))))
                    .toList();
        }
        return List.of();
    }

    private static Field field(FieldError error) {
        if (error.isBindingFailure() && error.contains(TypeMismatchException.class)) {
            return new Field(error.getField(), wants(error.unwrap(TypeMismatchException.class)));
        }
        return new Field(
                error.getField(), Objects.requireNonNullElse(error.getDefaultMessage(), "Check it and give it again."));
    }

    private static String wants(TypeMismatchException error) {
        var type = error.getCause() instanceof ConversionFailedException failed
                ? failed.getTargetType().getObjectType()
                : error.getRequiredType();
        return wants(type);
    }

    private static String wants(@Nullable Class<?> type) {
        if (type == null) {
            return "Check it and give it again.";
        }
        if (type.isEnum()) {
            return "Choose one of: " + choices(type) + ".";
        }
        if (type == UUID.class) {
            return "Use the links and buttons of the page; this is not an id of ours.";
        }
        if (type == LocalDate.class) {
            return "Write the day like 2026-12-01.";
        }
        if (type == LocalDateTime.class) {
            return "Write the day and the time like 2026-12-01T14:05.";
        }
        if (Number.class.isAssignableFrom(type) || type == int.class || type == long.class) {
            return "Write a whole number, such as 7.";
        }
        return "Use the links and buttons of the page, and give it again.";
    }

    private static String choices(Class<?> type) {
        return Optional.ofNullable(type.getEnumConstants()).stream()
                .flatMap(Arrays::stream)
                .map(each -> words(((Enum<?>) each).name()))
                .collect(Collectors.joining(", "));
    }

    /** A name of the code as people read it: {@code ON_HOLD} and {@code onHold} are both "On hold". */
    static String words(String name) {
        var parted = name.equals(name.toUpperCase(Locale.ROOT))
                ? name.replace('_', ' ')
                : name.replaceAll("([a-z])([A-Z])", "$1 $2");
        var lower = parted.toLowerCase(Locale.ROOT);
        return lower.isEmpty() ? lower : Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
    }
}
