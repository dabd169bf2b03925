package hostelry.engine.store.rows;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "image_transfer")
public class ImageTransferRow extends Row {
    String disk;
    String host;
    String direction;
    @Column(name = "format_")
    String format;
    String phase;
    long transferred;
    boolean active;
    @Column(name = "inactivity_timeout")
    int inactivityTimeout;
    @Column(name = "transfer_url")
    String transferUrl;
    @Column(name = "proxy_url")
    String proxyUrl;
    @Column(name = "signed_ticket")
    String signedTicket;
}
