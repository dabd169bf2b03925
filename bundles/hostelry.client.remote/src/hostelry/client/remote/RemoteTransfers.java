package hostelry.client.remote;

import hostelry.api.Act;
import hostelry.api.Caller;
import hostelry.api.ImageTransfers;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.model.HostelryFactory;
import hostelry.model.ImageTransfer;
import hostelry.model.TransferDirection;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Bytes of disks. They go through the transfer's own address, which is a secret: it is asked for each time, kept nowhere, and stands in no message. */
final class RemoteTransfers implements ImageTransfers {
    private static final String PATH = "/imagetransfers";
    private static final Duration SILENCE = Duration.ofMinutes(2);
    /** For the bytes of one request, after which the engine still has to bring them to stable storage. */
    private static final Duration LONGEST = Duration.ofHours(12);

    private final Http http;
    private final Requests requests;

    RemoteTransfers(Http http, Requests requests) {
        this.http = http;
        this.requests = requests;
    }

    private static String transfer(String id) {
        return PATH + "/" + Http.piece(id);
    }

    @Override
    public Act<ImageTransfer> start(Caller caller, String disk, TransferDirection direction) {
        ImageTransfer wanted = HostelryFactory.eINSTANCE.createImageTransfer();
        wanted.setDisk(disk);
        wanted.setDirection(direction);
        return requests.add(caller, PATH, wanted, ImageTransfer.class);
    }

    @Override
    public void write(Caller caller, String transfer, long offset, InputStream bytes, long length) {
        if (offset < 0 || length < 0) {
            throw new Refusal(Problem.badInput("range", "Bytes can't be written from " + offset + " for " + length + ".",
                    "Give an offset and a length from 0."));
        }
        if (length == 0) {
            return;
        }
        Given given = new Given(bytes, length);
        BodyPublisher body = BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> given), length);
        HttpRequest.Builder request = HttpRequest.newBuilder(address(caller, transfer)).timeout(LONGEST).expectContinue(true)
                .header("Content-Range", "bytes " + offset + "-" + (offset + length - 1) + "/*").PUT(body);
        try (InputStream answer = http.open(request, SILENCE)) {
            answer.readNBytes(1024); // nothing is told, but the connection can be used again
        } catch (IOException e) {
            throw Trouble.refusal(http.engine(), e);
        } catch (Refusal refusal) {
            throw given.trouble == null
                    ? refusal
                    : new Refusal(Problem.badInput("bytes", given.trouble.getMessage(), "Look at the file that is being sent."), refusal);
        }
    }

    @Override
    public InputStream read(Caller caller, String transfer, long offset, long length) {
        if (offset < 0) {
            throw new Refusal(Problem.badInput("range", "Bytes can't be read from " + offset + ".", "Give an offset from 0."));
        }
        if (length == 0) {
            return InputStream.nullInputStream();
        }
        String end = length < 0 ? "" : Long.toString(offset + length - 1);
        return http.open(HttpRequest.newBuilder(address(caller, transfer)).timeout(Http.PATIENCE)
                .header("Range", "bytes=" + offset + "-" + end).GET(), SILENCE);
    }

    @Override
    public long size(Caller caller, String transfer) {
        return http.length(HttpRequest.newBuilder(address(caller, transfer)).timeout(Http.PATIENCE).HEAD());
    }

    @Override
    public Act<ImageTransfer> pause(Caller caller, String transfer) {
        return requests.action(caller, transfer(transfer) + "/pause", ImageTransfer.class);
    }

    @Override
    public Act<ImageTransfer> resume(Caller caller, String transfer) {
        return requests.action(caller, transfer(transfer) + "/resume", ImageTransfer.class);
    }

    @Override
    public void extend(Caller caller, String transfer) {
        http.call(caller, "POST", transfer(transfer) + "/extend", null);
    }

    @Override
    public Act<ImageTransfer> finish(Caller caller, String transfer) {
        return requests.action(caller, transfer(transfer) + "/finalize", ImageTransfer.class);
    }

    @Override
    public Act<ImageTransfer> cancel(Caller caller, String transfer) {
        return requests.action(caller, transfer(transfer) + "/cancel", ImageTransfer.class);
    }

    private URI address(Caller caller, String transfer) {
        String url = http.get(caller, transfer(transfer)).value("transfer_url").orElse("");
        if (!url.startsWith("https://")) {
            throw new Refusal(Problem.failed(transfer, "The engine does not say where the bytes go.",
                    "Window and engine may be of different versions."));
        }
        return URI.create(url);
    }

    /** The caller's bytes: so many and no more, not closed here, and remembered where they can't be read. */
    private static final class Given extends FilterInputStream {
        private long left;
        private volatile @Nullable IOException trouble;

        Given(InputStream bytes, long length) {
            super(bytes);
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            try {
                int read = super.read(into, offset, (int) Math.min(length, left));
                if (read < 0) {
                    throw new IOException("The bytes ended " + left + " early.");
                }
                left -= read;
                return read;
            } catch (IOException e) {
                trouble = e;
                throw e;
            }
        }

        @Override
        public void close() {
            // the caller's
        }
    }
}
