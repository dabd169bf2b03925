package hostelry.engine.web;

import hostelry.api.ImageTransfers;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.model.ImageTransfer;
import hostelry.model.TransferPhase;
import hostelry.wire.Format;
import hostelry.wire.Out;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Bytes of disks, as ovirt-imageio serves them: the secret in the address is the key; bytes go straight through, never a whole image in memory. */
final class ImageServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PATH = "/images/";
    /** The largest part that is held at once. */
    private static final int BUFFER = 256 * 1024;
    private static final Set<TransferPhase> OVER = Set.of(TransferPhase.FINISHED_SUCCESS, TransferPhase.FINISHED_FAILURE,
            TransferPhase.CANCELLED_USER,
            TransferPhase.CANCELLED_SYSTEM);
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes\\s+([0-9]{1,18})-([0-9]{1,18})/(\\*|[0-9]{1,18})");
    private static final Pattern RANGE = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");

    private final transient Logger log = LoggerFactory.getLogger(ImageServlet.class);
    private final transient ImageTickets tickets;
    private final transient Services services;

    ImageServlet(ImageTickets tickets, Services services) {
        this.tickets = tickets;
        this.services = services;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            if (request.getMethod().equals("OPTIONS") && request.getPathInfo() != null && request.getPathInfo().equals("/*")) {
                options(response);
                return;
            }
            ImageTickets.Ticket ticket = ticket(request);
            switch (request.getMethod()) {
                case "OPTIONS" -> options(response);
                case "GET" -> get(ticket, request, response, true);
                case "HEAD" -> get(ticket, request, response, false);
                case "PUT" -> put(ticket, request, response);
                case "PATCH" -> patch(ticket, request, response);
                default -> {
                    response.setHeader("Allow", "GET,HEAD,OPTIONS,PATCH,PUT");
                    say(response, 405, "Only GET, HEAD, OPTIONS, PATCH and PUT are possible here.");
                }
            }
        } catch (Refusal refusal) {
            Remainder.forget(request, response);
            say(request, response, refusal);
        } catch (IOException e) {
            throw e; // the caller has gone
        } catch (RuntimeException e) {
            // the address is a secret and is not logged
            log.error("{} of an image failed", request.getMethod(), e);
            say(response, 500, "This should not have happened. The engine's log tells more.");
        }
    }

    private ImageTickets.Ticket ticket(HttpServletRequest request) {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
        ImageTickets.Ticket ticket = tickets.find(path).orElseThrow(ImageServlet::noTicket);
        ImageTransfer transfer = services.estate().find(ticket.caller(), ImageTransfer.class, ticket.transfer()).orElse(null);
        if (transfer == null || OVER.contains(transfer.getPhase())) {
            tickets.expire(ticket.transfer());
            throw noTicket();
        }
        return ticket;
    }

    private static Refusal noTicket() {
        return new Refusal(new Problem(Problem.Kind.FORBIDDEN, "There is no such image transfer, or it is over.",
                "Ask the image transfer for its address again.", null));
    }

    private static void options(HttpServletResponse response) throws IOException {
        response.setHeader("Allow", "GET,HEAD,OPTIONS,PATCH,PUT");
        response.setContentType("application/json;charset=UTF-8");
        // without "zero" and "extents" clients send zeros as bytes, and read all
        response.getOutputStream()
                .write("{\"features\": [\"flush\"], \"max_readers\": 8, \"max_writers\": 1}".getBytes(StandardCharsets.UTF_8));
    }

    private void put(ImageTickets.Ticket ticket, HttpServletRequest request, HttpServletResponse response) throws IOException {
        long length = request.getContentLengthLong();
        if (length < 0) {
            say(response, 400, "The length of what is sent must be told (Content-Length).");
            return;
        }
        long offset = 0;
        String range = request.getHeader("Content-Range");
        if (range != null) {
            Matcher match = CONTENT_RANGE.matcher(range.strip());
            if (!match.matches() || Long.parseLong(match.group(2)) - Long.parseLong(match.group(1)) + 1 != length) {
                Remainder.forget(request, response);
                say(response, 400, "The Content-Range must be as 'bytes 0-1023/*', and as long as the Content-Length.");
                return;
            }
            offset = Long.parseLong(match.group(1));
        }
        services.transfers().write(ticket.caller(), ticket.transfer(), offset, request.getInputStream(), length);
        response.setStatus(200);
        response.setContentLength(0);
    }

    private void get(ImageTickets.Ticket ticket, HttpServletRequest request, HttpServletResponse response, boolean withBody)
            throws IOException {
        ImageTransfers transfers = services.transfers();
        long size = transfers.size(ticket.caller(), ticket.transfer());
        long from = 0;
        long to = size - 1;
        String range = request.getHeader("Range");
        Matcher match = range == null ? null : RANGE.matcher(range.strip());
        if (match != null && match.matches() && !(match.group(1).isEmpty() && match.group(2).isEmpty())) {
            if (match.group(1).isEmpty()) {
                from = Math.max(0, size - Long.parseLong(match.group(2)));
            } else {
                from = Long.parseLong(match.group(1));
                to = match.group(2).isEmpty() ? to : Math.min(to, Long.parseLong(match.group(2)));
            }
            if (from > to) {
                response.setHeader("Content-Range", "bytes */" + size);
                say(response, 416, "The image has only " + size + " bytes.");
                return;
            }
            response.setStatus(206);
            response.setHeader("Content-Range", "bytes " + from + "-" + to + "/" + size);
        }
        response.setHeader("Accept-Ranges", "bytes");
        response.setContentType("application/octet-stream");
        long length = to - from + 1;
        response.setContentLengthLong(length);
        if (withBody && length > 0) {
            copy(ticket, from, length, response);
        }
    }

    private void copy(ImageTickets.Ticket ticket, long from, long length, HttpServletResponse response) throws IOException {
        try (InputStream bytes = services.transfers().read(ticket.caller(), ticket.transfer(), from, length)) {
            byte[] buffer = new byte[BUFFER];
            long left = length;
            while (left > 0) {
                int read = bytes.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new IOException("the image ended " + left + " bytes early"); // the connection breaks, which tells the caller
                }
                response.getOutputStream().write(buffer, 0, read);
                left -= read;
            }
        }
    }

    /** A flush has nothing to do: what was written is on stable storage. */
    private static void patch(ImageTickets.Ticket ticket, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String body = new String(request.getInputStream().readNBytes(1024), StandardCharsets.UTF_8);
        if (body.matches("(?s).*\"op\"\\s*:\\s*\"flush\".*")) {
            response.setStatus(200);
            response.setContentLength(0);
        } else {
            say(response, 400, "Only the operation 'flush' is known, for " + ticket.transfer() + ".");
        }
    }

    /** Those who ask for extras get each problem by itself. */
    private static void say(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        FaultText fault = FaultText.of(refusal);
        if (!Call.extras(request) || response.isCommitted()) {
            say(response, fault.status(), refusal.getMessage());
            return;
        }
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        try (Out out = Format.JSON.out(document)) {
            fault.told(true).write(out);
        }
        response.setStatus(fault.status());
        response.setContentType(Format.JSON.mediaType());
        response.setContentLength(document.size());
        document.writeTo(response.getOutputStream());
    }

    private static void say(HttpServletResponse response, int status, String sentence) throws IOException {
        if (response.isCommitted()) {
            throw new IOException(sentence); // too late for words: the connection breaks
        }
        byte[] text = (sentence + "\n").getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        response.setContentLength(text.length);
        response.getOutputStream().write(text);
    }
}
