package hostelry.sdk;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Sends a file to a transfer's address piece by piece, as ovirt-imageio's clients do. */
record Upload(HttpClient client, String address) {
    private static final int PIECE = 4 << 20;

    void send(Path file) throws IOException, InterruptedException {
        try (FileChannel bytes = FileChannel.open(file)) {
            long size = bytes.size();
            ByteBuffer piece = ByteBuffer.allocate(PIECE);
            for (long offset = 0; offset < size; offset += piece.limit()) {
                piece.clear();
                while (piece.hasRemaining() && bytes.read(piece, offset + piece.position()) > 0) {
                    // reads until the piece is full or the file ends
                }
                piece.flip();
                String range = "bytes " + offset + "-" + (offset + piece.limit() - 1) + "/" + size;
                HttpResponse<String> answer = client.send(HttpRequest.newBuilder(URI.create(address)).header("Content-Range", range)
                        .header("Content-Type", "application/octet-stream")
                        .PUT(BodyPublishers.ofByteArray(piece.array(), 0, piece.limit())).build(), BodyHandlers.ofString());
                Step.same(200, answer.statusCode(), "the answer to " + range + " (" + answer.body().strip() + ")");
            }
        }
        HttpResponse<String> flush = client.send(
                HttpRequest.newBuilder(URI.create(address)).method("PATCH", BodyPublishers.ofString("{\"op\": \"flush\"}")).build(),
                BodyHandlers.ofString());
        Step.same(200, flush.statusCode(), "the answer to the flush");
    }

    /** The bytes that a download gives from a place on. */
    byte[] read(long offset, int length) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(
                HttpRequest.newBuilder(URI.create(address)).header("Range", "bytes=" + offset + "-" + (offset + length - 1)).build(),
                BodyHandlers.ofByteArray());
        Step.same(206, answer.statusCode(), "the answer to a range");
        return answer.body();
    }
}
