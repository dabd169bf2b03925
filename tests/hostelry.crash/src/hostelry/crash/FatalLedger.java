package hostelry.crash;

import hostelry.engine.store.memory.Ledger;

/** A ledger with points to be killed at, just before and just after each transaction. */
record FatalLedger(Ledger ledger, Points points) implements Ledger {
    @Override
    public Content load() {
        return ledger.load();
    }

    @Override
    public void write(Commit commit) {
        points.pass("write:before");
        ledger.write(commit);
        points.pass("write:after");
    }

    @Override
    public void close() {
        ledger.close();
    }
}
