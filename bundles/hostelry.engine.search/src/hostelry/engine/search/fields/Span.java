package hostelry.engine.search.fields;

import hostelry.engine.search.language.Operator;
import hostelry.engine.search.language.Value;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a date in a search means: all of a day, of a minute, or of the time since. {@code =} is within it, {@code <} before it, {@code >} behind it, {@code <=}
 * and {@code >=} take it in; behind {@code -2d} (two days ago) begins where it begins.
 *
 * @param to not in it any more
 */
record Span(Instant from, Instant to, boolean since) {
    static final List<String> WORDS = List.of("today", "yesterday", "-1h", "-1d", "-7d", "\"last week\"", "\"this week\"", "\"last month\"",
            "\"this month\"", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
    static final String WHAT = "a date, such as 2026-03-31, \"2026-03-31 14:30\", 03/31/2026, today, yesterday, monday, \"last week\" or -2d";

    private static final Pattern AGO = Pattern.compile("-\\s*([0-9]{1,6})\\s*(m|min|minutes?|h|hours?|d|days?|w|weeks?)");
    private static final Pattern DAY = Pattern
            .compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})|([0-9]{1,2})/([0-9]{1,2})/([0-9]{2}|[0-9]{4})");
    private static final Pattern TIME = Pattern.compile("([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?(?:\\.[0-9]+)?(?:\\s*(am|pm))?");
    private static final int CENTURY = 2000;

    boolean fits(Operator operator, Instant moment) {
        return switch (operator) {
            case IS -> !moment.isBefore(from) && moment.isBefore(to);
            case IS_NOT -> moment.isBefore(from) || !moment.isBefore(to);
            case LESS -> moment.isBefore(from);
            case MORE -> !moment.isBefore(since ? from : to);
            case AT_MOST -> moment.isBefore(since ? from : to);
            case AT_LEAST -> !moment.isBefore(from);
        };
    }

    static Span read(Value value, Clock clock) {
        String text = value.text().strip().toLowerCase(Locale.ROOT);
        try {
            return relative(text, clock).or(() -> absolute(text, clock)).orElseThrow(() -> wrong(value));
        } catch (DateTimeException | ArithmeticException e) {
            throw wrong(value); // such as the 31st of February
        }
    }

    private static RuntimeException wrong(Value value) {
        return Type.wrong(value, "'" + value.text() + "' is no date; write " + WHAT + ".");
    }

    // -- words

    private static Optional<Span> relative(String text, Clock clock) {
        LocalDate today = LocalDate.now(clock);
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        Matcher ago = AGO.matcher(text);
        if (ago.matches()) {
            return Optional.of(new Span(clock.instant().minus(duration(Long.parseLong(ago.group(1)), ago.group(2).charAt(0))),
                    clock.instant().plusSeconds(1), true));
        }
        return switch (text) {
            case "now" -> Optional.of(new Span(clock.instant(), clock.instant().plusSeconds(1), true));
            case "today" -> Optional.of(days(today, today.plusDays(1), clock));
            case "yesterday" -> Optional.of(days(today.minusDays(1), today, clock));
            case "this week" -> Optional.of(days(monday, monday.plusWeeks(1), clock));
            case "last week" -> Optional.of(days(monday.minusWeeks(1), monday, clock));
            case "this month" -> Optional.of(days(today.withDayOfMonth(1), today.withDayOfMonth(1).plusMonths(1), clock));
            case "last month" -> Optional.of(days(today.withDayOfMonth(1).minusMonths(1), today.withDayOfMonth(1), clock));
            default -> Arrays.stream(DayOfWeek.values()).filter(day -> day.name().equalsIgnoreCase(text)).findFirst()
                    .map(day -> today.with(TemporalAdjusters.previousOrSame(day))).map(day -> days(day, day.plusDays(1), clock));
        };
    }

    private static Duration duration(long count, char unit) {
        return switch (unit) {
            case 'm' -> Duration.ofMinutes(count);
            case 'h' -> Duration.ofHours(count);
            case 'd' -> Duration.ofDays(count);
            default -> Duration.ofDays(count * 7);
        };
    }

    private static Span days(LocalDate from, LocalDate to, Clock clock) {
        return new Span(from.atStartOfDay(clock.getZone()).toInstant(), to.atStartOfDay(clock.getZone()).toInstant(), false);
    }

    // -- days and times

    private static Optional<Span> absolute(String text, Clock clock) {
        if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}t[0-9:.]+(z|[+-][0-9:]{2,6})")) {
            Instant moment = OffsetDateTime.parse(text.toUpperCase(Locale.ROOT)).toInstant();
            return Optional.of(new Span(moment, moment.plusMillis(1), false));
        }
        String[] parts = text.split("[\\st]+", 2);
        Matcher day = DAY.matcher(parts[0]);
        if (!day.matches()) {
            return Optional.empty();
        }
        LocalDate date = day.group(1) != null
                ? LocalDate.of(number(day, 1), number(day, 2), number(day, 3))
                : LocalDate.of(number(day, 6) < 100 ? CENTURY + number(day, 6) : number(day, 6), number(day, 4), number(day, 5));
        if (parts.length == 1) {
            return Optional.of(days(date, date.plusDays(1), clock));
        }
        Matcher time = TIME.matcher(parts[1].strip());
        if (!time.matches()) {
            return Optional.empty();
        }
        int hour = number(time, 1);
        if (time.group(4) != null) {
            hour = hour % 12 + (time.group(4).equals("pm") ? 12 : 0);
        }
        boolean seconds = time.group(3) != null;
        ZonedDateTime from = LocalDateTime.of(date, LocalTime.of(hour, number(time, 2), seconds ? number(time, 3) : 0))
                .atZone(clock.getZone());
        return Optional.of(new Span(from.toInstant(), (seconds ? from.plusSeconds(1) : from.plusMinutes(1)).toInstant(), false));
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
