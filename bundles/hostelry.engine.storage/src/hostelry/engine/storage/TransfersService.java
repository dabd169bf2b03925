package hostelry.engine.storage;

import hostelry.api.Act;
import hostelry.api.Caller;
import hostelry.api.ImageTransfers;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.engine.spi.Authority;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Work;
import hostelry.model.ImageTransfer;
import hostelry.model.TransferDirection;
import java.io.InputStream;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Bytes into disks and out of them. Starting and ending are acts; the bytes between are not, but are asked permission for all the same. */
@Component
public final class TransfersService implements ImageTransfers {
    private static final Logger LOG = LoggerFactory.getLogger(TransfersService.class);
    private static final int SECONDS = 5;
    private final Work work;
    private final Inventory inventory;
    private final Authority authority;
    private final StorageVerbs verbs;
    private final Mover mover;
    private final ScheduledExecutorService timer = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("transfers: inactivity").factory());

    @Activate
    public TransfersService(@Reference Work work, @Reference Inventory inventory, @Reference Authority authority,
            @Reference StorageVerbs verbs) {
        this(work, inventory, authority, verbs, Clock.systemUTC());
    }

    TransfersService(Work work, Inventory inventory, Authority authority, StorageVerbs verbs, Clock clock) {
        this.work = work;
        this.inventory = inventory;
        this.authority = authority;
        this.verbs = verbs;
        this.mover = new Mover(inventory, verbs.images(), verbs.lives(), work, clock);
        TransferKeeper keeper = new TransferKeeper(inventory, verbs.lives(), mover, clock);
        keeper.pauseAll();
        timer.scheduleWithFixedDelay(() -> look(keeper), SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    /** A timer whose task throws would never run it again. */
    private static void look(TransferKeeper keeper) {
        try {
            keeper.look();
        } catch (RuntimeException e) {
            LOG.error("Transfers could not be looked after; it is tried again in {} s", SECONDS, e);
        }
    }

    @Override
    public Act<ImageTransfer> start(Caller caller, String disk, TransferDirection direction) {
        return work.submit(caller, verbs.start(disk, direction));
    }

    @Override
    public void write(Caller caller, String transfer, long offset, InputStream bytes, long length) {
        permitted(caller, transfer);
        mover.write(transfer, offset, bytes, length);
    }

    @Override
    public InputStream read(Caller caller, String transfer, long offset, long length) {
        permitted(caller, transfer);
        return mover.read(transfer, offset, length);
    }

    @Override
    public long size(Caller caller, String transfer) {
        permitted(caller, transfer);
        return mover.size(transfer);
    }

    @Override
    public void extend(Caller caller, String transfer) {
        permitted(caller, transfer);
        mover.extend(transfer);
    }

    private void permitted(Caller caller, String id) {
        ImageTransfer transfer = Transfers.present(inventory, id);
        if (!authority.sees(caller, transfer)) {
            throw new Refusal(Problem.notFound("image transfer", id));
        }
        if (!authority.holds(caller, Permits.TRANSFER, transfer)) {
            throw new Refusal(Problem.forbidden(caller.userName() + " may not move the bytes of " + transfer.getName() + "."));
        }
    }

    @Override
    public Act<ImageTransfer> pause(Caller caller, String transfer) {
        return work.submit(caller, verbs.pause(transfer));
    }

    @Override
    public Act<ImageTransfer> resume(Caller caller, String transfer) {
        return work.submit(caller, verbs.resume(transfer));
    }

    @Override
    public Act<ImageTransfer> finish(Caller caller, String transfer) {
        return work.submit(caller, verbs.finish(transfer));
    }

    @Override
    public Act<ImageTransfer> cancel(Caller caller, String transfer) {
        return work.submit(caller, verbs.cancel(transfer));
    }

    @Deactivate
    public void close() {
        timer.shutdownNow();
    }
}
