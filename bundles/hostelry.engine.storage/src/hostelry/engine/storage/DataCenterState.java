package hostelry.engine.storage;

import hostelry.engine.spi.Inventory.Draft;
import hostelry.model.DataCenter;
import hostelry.model.DataCenterStatus;
import hostelry.model.StorageDomain;
import hostelry.model.StorageDomainStatus;
import hostelry.model.StorageDomainType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a data center is, follows from its data domains: up with one that is active; and one of these is its master. */
final class DataCenterState {
    private DataCenterState() {}

    static void refresh(Draft draft, @Nullable String dataCenter) {
        if (dataCenter == null || draft.find(DataCenter.class, dataCenter).isEmpty()) {
            return;
        }
        List<StorageDomain> data = draft.all(StorageDomain.class).stream()
                .filter(domain -> dataCenter.equals(domain.getDataCenter()) && domain.getType() == StorageDomainType.DATA)
                .sorted(Comparator.comparing((StorageDomain domain) -> !domain.isMaster()).thenComparing(StorageDomain::getName)).toList();
        draft.edit(DataCenter.class, dataCenter).setStatus(status(data));
        Optional<StorageDomain> active = data.stream().filter(domain -> domain.getStatus() == StorageDomainStatus.ACTIVE).findFirst();
        Optional<StorageDomain> master = active.isPresent() ? active : data.stream().findFirst();
        for (StorageDomain domain : data) {
            boolean is = domain.getId().equals(master.map(StorageDomain::getId).orElse(null));
            if (domain.isMaster() != is) {
                draft.edit(StorageDomain.class, domain.getId()).setMaster(is);
            }
        }
    }

    private static DataCenterStatus status(List<StorageDomain> data) {
        if (data.isEmpty()) {
            return DataCenterStatus.UNINITIALIZED;
        }
        if (data.stream().anyMatch(domain -> domain.getStatus() == StorageDomainStatus.ACTIVE)) {
            return DataCenterStatus.UP;
        }
        return data.stream().allMatch(domain -> domain.getStatus() == StorageDomainStatus.MAINTENANCE)
                ? DataCenterStatus.MAINTENANCE
                : DataCenterStatus.NOT_OPERATIONAL;
    }
}
