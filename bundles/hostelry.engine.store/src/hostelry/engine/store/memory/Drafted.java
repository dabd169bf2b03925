package hostelry.engine.store.memory;

import java.util.List;
import java.util.Map;

/**
 * What a change came to, and what has to happen for it to be there.
 *
 * @param merged for the ledger, together with its neighbours
 * @param commit for the ledger, alone
 * @param changes for the estate and those who follow it
 * @param eventIndex the highest index that an event has after it
 */
record Drafted(Merged merged, Ledger.Commit commit, Map<Noun, List<NounIndex.Change>> changes, long eventIndex) {}
